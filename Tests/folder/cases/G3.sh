# A large deletion needs a yes.
# limit: 150
start
arts "$W" 200
sync
rm "$W"/1?.txt "$W"/1??.txt
sync
eq "$(s deletes.held)" 110
eq "$(s counts.missing)" 0
eq "$(s reason)" deletes-held
eq "$(s ok)" false
eq "$(f 10.txt)" done
# Over a restart too.
stop
start
sync
eq "$(s deletes.held)" 110
eq "$(s counts.missing)" 0
curl -fsS -X POST "$H/v1/imports/deletes/confirm" >/dev/null
sync
eq "$(s counts.missing)" 110
eq "$(s deletes.held)" 0
eq "$(s ok)" true
# A small one doesn't.
rm "$W"/2?.txt
sync
eq "$(s counts.missing)" 120
# Back before anyone has said yes: nothing to confirm any more.
mkdir "$SRC/away"
mv "$W"/[3-9]*.txt "$SRC/away/"
sync
at_least "$(s deletes.held)" 60
mv "$SRC/away"/* "$W/"
sync
eq "$(s deletes.held)" 0
eq "$(s counts.missing)" 120
eq "$(n)" 200
