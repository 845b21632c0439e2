# What can be wrong at a start ends it at once, with one line, an exit code that says what, and no crash report.
# rerun: timing
start
port=${H##*:}
expect() { # CODE OPTION…
    local want=$1 code=0 began
    shift
    began=$(now_ms)
    timeout 60 "$PROGRAM" serve "$@" >"$T/printed" 2>"$T/said" </dev/null || code=$?
    eq "$code" "$want"
    at_most "$(($(now_ms) - began))" "$(pace 1000)"
    grep -v '^20..-' "$T/said" >"$T/lines" || :
    eq "$(wc -l <"$T/lines")" 1
    grep -q '^dateline: ' "$T/lines"
}
mkdir "$T/other"
other=$T/other/dateline.sqlite
expect 69 --port "$port" --database "$other"
expect 69 --host 203.0.113.7 --allow-anonymous --port 0 --database "$other"
expect 64 --port 99999 --database "$other"
expect 73 --port 0 --database "$T/no/such/folder/dateline.sqlite"
expect 73 --port 0 --database "$T/other"
expect 66 --port 0 --database "$other" --inbox "$T/none"
expect 75 --port 0 --database "$DB"
chmod 500 "$T/other"
rm -f "$other"*
# What was refused left nothing behind that keeps the next from starting.
chmod 700 "$T/other"
eq "$(article 'still here')" 201
