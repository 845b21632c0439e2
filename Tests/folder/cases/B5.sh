# The limit of watches, or of instances, is reached: neither fatal nor silent, and files are found by looking.
# namespace: limits
[ -w /proc/sys/user/max_inotify_watches ] || skip 'the limits of this namespace can not be set'
echo 5 >/proc/sys/user/max_inotify_watches
mkdir -p "$W"/{1..20}
start
eq "$(s watcher.mode)" degraded
eq "$(s watcher.reason)" watch-limit
at_least "$(s watcher.watchedDirectories)" 1
at_most "$(s watcher.watchedDirectories)" 5
eq "$(s 'watcher | .watchedDirectories + .unwatchedDirectories')" 21
s watcher.detail | grep -q max_user_watches
art z >"$W/20/z.txt"
soon 200 1
stop

echo 100 >/proc/sys/user/max_inotify_watches
echo 0 >/proc/sys/user/max_inotify_instances
start
eq "$(s watcher.mode)" degraded
eq "$(s watcher.reason)" instance-limit
s watcher.detail | grep -q max_user_instances
art y >"$W/19/y.txt"
soon 200 2
