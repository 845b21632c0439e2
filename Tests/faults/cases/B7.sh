# A backup that is damaged or cut is refused when it is put back, as any database is.
start
load --seconds 2
command_ends 0 backup "$T/b.sqlite" --database "$DB"
stop
for damage in cut page; do
    mkdir "$T/$damage"
    cp "$T/b.sqlite" "$T/$damage/dateline.sqlite"
    case $damage in
        cut) truncate -s -5000 "$T/$damage/dateline.sqlite" ;;
        page) dd if=/dev/urandom of="$T/$damage/dateline.sqlite" bs=4096 seek=2 count=1 conv=notrunc status=none ;;
    esac
    before=$(hash "$T/$damage/dateline.sqlite")
    refused 65 --database "$T/$damage/dateline.sqlite"
    command_ends 65 check --database "$T/$damage/dateline.sqlite"
    eq "$(hash "$T/$damage/dateline.sqlite")" "$before"
done
