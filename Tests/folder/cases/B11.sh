# A path longer than the system takes: imported, or failed by name; the walk doesn't stop there.
start
(
    cd "$W" || exit
    d=$(printf 'd%.0s' $(seq 1 200))
    for i in $(seq 1 40); do
        mkdir "$d"
        cd "$d" || exit
    done
    art deep >deep.txt
)
art after >"$W/z-after.txt"
sync
eq "$(f z-after.txt)" done
if [ "$(s counts.done)" = 1 ]; then
    eq "$(files | jq -r 'select(.state == "failed") | .reason')" path-too-long
    files | jq -e 'select(.state == "failed") | .path | length > 4096 and endswith("deep.txt")' >/dev/null
else
    eq "$(s counts.done)" 2
    eq "$(n)" 2
    files | jq -r .path | grep -q '/deep.txt$'
fi
