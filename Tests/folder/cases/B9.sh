# The watched folder is moved away, replaced, and comes back: no file counts as missing, and the watches return by themselves.
start
art 1 >"$W/1.txt"
sync
mv "$W" "$W.away"
sleep 6
within 5 unavailable s root.state
eq "$(s counts.missing)" 0
eq "$(s ok)" false
mkdir "$W"
art 2 >"$W/2.txt"
sleep 6
within 5 replaced s root.state
within 5 2 n
within 5 1 s deletes.held
eq "$(s counts.missing)" 0
rm -rf "$W"
mv "$W.away" "$W"
art 3 >"$W/3.txt"
soon 200 3
within 10 ok s root.state
art 4 >"$W/4.txt"
soon 40 4
eq "$(f 1.txt)" done

# Another folder for good: once somebody has said so, what isn't in it is gone, and from then on it is the known one.
mv "$W" "$W.old"
mkdir "$W"
art 2 >"$W/2.txt"
within 10 replaced s root.state
sync
eq "$(s counts.missing)" 0
at_least "$(s deletes.held)" 3
curl -fsS -X POST "$H/v1/imports/deletes/confirm" >/dev/null
sync
eq "$(s root.state)" ok
eq "$(s deletes.held)" 0
eq "$(f 1.txt)" missing
eq "$(f 3.txt)" missing
eq "$(f 4.txt)" missing
eq "$(f 2.txt)" done
eq "$(s ok)" true
