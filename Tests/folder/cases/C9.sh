# Touched, and its mode changed: hashed, found equal, and neither parsed nor a revision.
start
art t >"$W/t.txt"
sync
before=$(get "/v1/articles/$(f t.txt 'articleIds[0]')")
for _ in $(seq 1 20); do
    touch "$W/t.txt"
    chmod 640 "$W/t.txt"
done
sync
eq "$(f t.txt revision)" 1
eq "$(s totals.parsedFiles)" 1
chmod 600 "$W/t.txt"
cp -p "$W/t.txt" "$SRC/t.txt"
mv "$SRC/t.txt" "$W/t.txt"
sync
eq "$(f t.txt revision)" 1
eq "$(s totals.parsedFiles)" 1
eq "$(get "/v1/articles/$(f t.txt 'articleIds[0]')")" "$before"
