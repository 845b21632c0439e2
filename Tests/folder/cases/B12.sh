# Few file descriptors: those in use don't grow with the files, and running out is passing trouble.
# limit: 240
# load: heavy
start
stop
count=$(size 2000 5000)
arts "$W" "$count"
(
    ulimit -n 64
    start
    sync 300
    eq "$(n)" "$count"
    eq "$(s counts.failed)" 0
    eq "$(s counts.missing)" 0
    conclude
)
