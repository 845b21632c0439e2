# One letter of a text has rotted on the disk, where no page shows it: `check` finds it, and a backup of it isn't made. (A backup looks
# at pages and references; `check` at everything.)
start
eq "$(article 'A headline with a rare word: quetzalcoatlus')" 201
stop
place=$(grep -obUa quetzalcoatlus "$DB" | head -n 1 | cut -d : -f 1)
printf 'Q' | dd of="$DB" bs=1 seek="$place" conv=notrunc status=none
command_ends 65 check --database "$DB"
grep -q '^content hashes.*FAULTY' "$T/printed" || fail "$(cat "$T/printed")"
grep -q 'restore it from a backup' "$T/said"
printf 'q' | dd of="$DB" bs=1 seek="$place" conv=notrunc status=none
