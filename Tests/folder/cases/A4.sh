# Temporary names are ignored, and the final name is imported within a second.
start
for t in .a.txt.Xy12Zq a.txt.part a.txt.filepart a.txt.crdownload a.txt.partial a.txt.tmp a.txt.temp '~syncthing~a.txt.tmp' \
    .syncthing.a.txt.tmp 'a.txt~' .a.txt.swp; do
    art tmp >"$W/$t"
done
sync
eq "$(n)" 0
eq "$(s counts.failed)" 0
eq "$(s counts.ignored)" 11
mv "$W/a.txt.filepart" "$W/a.txt"
soon 20 1
sync
eq "$(s counts.ignored)" 10
