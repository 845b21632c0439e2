# The extension lies: the content decides.
start
printf '<html><head><title>T</title></head><body><p>Hello body</p></body></html>' >"$W/page.txt"
printf '<AT&T> says: profits < costs\n\nBody body body.\n' >"$W/angle.txt"
art plain >"$W/plain.html"
printf '{"headline":"J","body":"b"}' >"$W/j.txt"
sync
eq "$(s counts.failed)" 0
eq "$(f page.txt detectedType)" html
eq "$(f angle.txt detectedType)" text
eq "$(f j.txt detectedType)" json
eq "$(a page.txt headline)" T
eq "$(a angle.txt headline)" '<AT&T> says: profits < costs'
eq "$(a j.txt body)" b
eq "$(f plain.html)" done
eq "$(a plain.html headline)" 'Headline plain'
eq "$(n)" 4
