# A folder that may not be written, a file that may not be read: 77 in one line; what is made is its owner's alone, whatever the umask.
# user: plain
mkdir "$T/shut" "$T/open"
chmod 500 "$T/shut"
refused 77 --database "$T/shut/dateline.sqlite"
eq "$(wc -l <"$T/refusal")" 1
eq "$(ls -A "$T/shut")" ''
chmod 700 "$T/shut"
# A link that leads nowhere isn't replaced by a database.
ln -s "$T/open/none.sqlite" "$T/open/link.sqlite"
refused 73 --database "$T/open/link.sqlite"
[ -L "$T/open/link.sqlite" ] || fail 'the link is gone'
umask 000
start
eq "$(article)" 201
eq "$(find "$DATA" -type f -perm /077)" ''
stop
chmod 400 "$DB"
refused 77 --database "$DB"
command_ends 0 check --database "$DB"
chmod 000 "$DB"
command_ends 77 check --database "$DB"
chmod 600 "$DB"
