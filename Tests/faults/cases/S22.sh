# Another program writes into the database while the service runs: it is noticed with the next write, said once for each look, and the
# service's own writes stay right.
start
load --seconds 1
sqlite3 "$DB" 'CREATE TABLE somebody (x); DROP TABLE somebody'
eq "$(article 'After it')" 201
said() { grep -c 'another program has written' "$LOG" || :; }
within 20 1 said
eq "$(ready)" 200
warned() { get /readyz | grep -c '"part":"foreign-writer"' || :; }
within 10 1 warned
load --seconds 1
verify
eq "$(said)" 1
