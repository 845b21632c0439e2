# Gone before it is read: no error, no row, no article.
start
art x >"$W/x.txt"
rm "$W/x.txt"
sync
eq "$(n)" 0
eq "$(s counts.failed)" 0
case "$(f x.txt)" in null) : ;; missing) eq "$(f x.txt 'articleIds | length')" 0 ;; *) fail "it is $(f x.txt)" ;; esac
# Also when it goes while it is known to wait.
for i in $(seq 1 10); do
    # As long as it is open it isn't read.
    exec 3>"$W/y$i.txt"
    art "$i" >&3
    sleep 0.2
    rm "$W/y$i.txt"
    exec 3>&-
done
sync
eq "$(n)" 0
eq "$(s counts.failed)" 0
# That SQLite has a known fault is no complaint about the folder.
if grep -E ' (warning|error|critical) ' "$LOG" | grep -v ' warning SQLite '; then fail 'the log complains'; fi
