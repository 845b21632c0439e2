# A small file without a line end is read and judged by its content.
start
printf 'Quake hits coast' >"$W/tiny.txt"
sync
case "$(f tiny.txt)" in done | partial) eq "$(n)" 1 ;; *) eq "$(f tiny.txt reason)" no-article-content ;; esac
printf '{"headline":"Q"}' >"$W/tiny.json"
sync
eq "$(f tiny.json)" done
