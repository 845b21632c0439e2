# What systems and programs leave about is counted, and neither imported nor failed.
start
mkdir -p "$W/@eaDir" "$W/.stfolder" "$W/__MACOSX" "$W/.stversions"
for p in .DS_Store ._a.txt Thumbs.db desktop.ini @eaDir/x.txt .stfolder/x.txt __MACOSX/x.txt .stversions/x.txt .nfs00001 '~$a.txt' .a.txt.swp b.swp 4913; do
    art j >"$W/$p"
done
sync
eq "$(n)" 0
eq "$(s counts.failed)" 0
at_least "$(s counts.ignored)" 8
eq "$(files | jq -s 'map(select(.state != "skipped")) | length')" 0
