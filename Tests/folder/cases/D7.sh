# What can't be read is tried again, is no failure, and what lies in a closed directory isn't missing.
# user: plain
start
mkdir "$W/shut"
art known >"$W/shut/known.txt"
sync
art no >"$W/no.txt"
chmod 000 "$W/no.txt"
art in >"$W/shut/in.txt"
chmod 000 "$W/shut"
art yes >"$W/yes.txt"
sync
eq "$(n)" 2
eq "$(f no.txt)" retrying
eq "$(f no.txt reason)" permission-denied
eq "$(s unreadableDirectories)" 1
eq "$(f shut/known.txt)" done
eq "$(s counts.missing)" 0
eq "$(s counts.failed)" 0
chmod 644 "$W/no.txt"
chmod 755 "$W/shut"
soon 200 4
sync
eq "$(s unreadableDirectories)" 0
eq "$(f no.txt)" done

# A directory that can be listed and not searched is one that can't be read, however many files it lists.
art more >"$W/shut/more.txt"
chmod 444 "$W/shut"
sync
eq "$(s unreadableDirectories)" 1
eq "$(f shut/known.txt)" done
chmod 755 "$W/shut"
soon 200 5
