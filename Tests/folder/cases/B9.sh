# The watched folder is moved away, replaced, and comes back: no file counts as missing, and the watches return by themselves.
start
art 1 >"$W/1.txt"
sync
mv "$W" "$W.away"
sleep 6
eq "$(s root.state)" unavailable
eq "$(s counts.missing)" 0
eq "$(s ok)" false
mkdir "$W"
art 2 >"$W/2.txt"
sleep 6
eq "$(s root.state)" replaced
eq "$(s counts.missing)" 0
eq "$(n)" 2
eq "$(s deletes.held)" 1
rm -rf "$W"
mv "$W.away" "$W"
art 3 >"$W/3.txt"
soon 200 3
within 10 ok s root.state
art 4 >"$W/4.txt"
soon 40 4
eq "$(f 1.txt)" done
