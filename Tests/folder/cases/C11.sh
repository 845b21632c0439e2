# A file gone and another come, of equal size and time: no rename, since the bytes differ.
start
swap() { # GONE CONTENT COME
    local old
    old=$(f "$1" 'articleIds[0]')
    rm "$W/$1"
    art "$2" >"$W/$3"
    touch -d 2026-01-01 "$W/$3"
    [ "${4:-}" != down ] || start
    sync
    [ "$(f "$3" 'articleIds[0]')" != "$old" ] || fail "$3 was taken for $1"
    eq "$(f "$1")" missing
    eq "$(a "$3" headline)" "Headline $2"
}
art aaa >"$W/a.txt"
touch -d 2026-01-01 "$W/a.txt"
sync
swap a.txt bbb b.txt
eq "$(n)" 2
eq "$(a a.txt headline)" 'Headline aaa'
old=$(f b.txt 'articleIds[0]')
stop
rm "$W/b.txt"
art ccc >"$W/c.txt"
touch -d 2026-01-01 "$W/c.txt"
start
sync
eq "$(n)" 3
[ "$(f c.txt 'articleIds[0]')" != "$old" ] || fail 'c.txt was taken for b.txt'
eq "$(f b.txt)" missing
eq "$(a b.txt headline)" 'Headline bbb'
