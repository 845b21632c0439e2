#!/usr/bin/env bash
# Tries an image that was built: version, migrate, a token, a write and a read over HTTP, backup, restart, stop, user, what is in it.
#   docker/smoke.sh IMAGE             with docker (or ENGINE=podman)
#   docker/smoke.sh --root FOLDER     where no engine runs: the image's root file system, mounted or unpacked; needs root. The program
#                                     is process 1 of its own, its root read-only but for /data, /inbox, /backups and /tmp.
set -euo pipefail

engine=${ENGINE:-docker}
uid=65532
say() { printf '%s\n' "$*" >&2; }
fail() {
    say "FAIL: $*"
    [ -z "${log:-}" ] || [ ! -s "$log" ] || tail -n 20 "$log" >&2
    exit 1
}
pass() { say "ok   $*"; }

[ $# -ge 1 ] || fail "usage: docker/smoke.sh IMAGE | --root FOLDER"
free_port() { local p; for p in $(seq 18080 18180); do (exec 3<>"/dev/tcp/127.0.0.1/$p") 2>/dev/null || { echo "$p"; return; }; done; return 1; }
port=$(free_port)
base=http://127.0.0.1:$port
scratch=$(mktemp -d)
log=$scratch/log

# Two ways to run the same program: `once ARGUMENTS…`, `start`, `health`, `stop SECONDS` (sets `stopped`), `clean`.
if [ "$1" = --root ]; then
    root=${2:?the folder is missing}
    program=/usr/local/bin/dateline
    server=
    outer=
    environment=(SWIFT_BACKTRACE=enable=no DATELINE_HOST=0.0.0.0 "DATELINE_PORT=$port" DATELINE_DATABASE=/data/dateline.sqlite
        DATELINE_INBOX=/inbox DATELINE_LOG_FORMAT=json DATELINE_ALLOW_ROOT=false)
    # What an engine makes of it: the root read-only, volumes and a small /tmp writable, /proc and /dev there.
    view=$scratch/view
    volumes=(data inbox backups)
    mkdir "$view"
    # As an engine makes a volume: with the owner and the mode of the image's folder.
    for folder in "${volumes[@]}"; do cp --archive "$root/$folder" "$scratch/$folder"; done
    mount --bind "$root" "$view"
    mount -o remount,bind,ro "$view"
    for folder in proc dev; do mount --bind "/$folder" "$view/$folder"; done
    for folder in "${volumes[@]}"; do mount --bind "$scratch/$folder" "$view/$folder"; done
    mount -t tmpfs -o size=16m,mode=1777 tmpfs "$view/tmp"
    # By their paths, as the environment is emptied.
    unshare=$(command -v unshare) setpriv=$(command -v setpriv) chroot=$(command -v chroot)
    inside() { env -i "${environment[@]}" "$setpriv" --no-new-privs "$chroot" --userspec="$uid:$uid" --groups= "$view" "$@"; }
    once() { inside "$program" "$@"; }
    as_root() { env -i "${environment[@]}" "$chroot" "$view" "$program" "$@"; }
    health() { once health; }
    start() {
        env -i "${environment[@]}" "$@" "$unshare" --pid --fork --kill-child "$setpriv" --no-new-privs "$chroot" \
            --userspec="$uid:$uid" --groups= "$view" "$program" serve >"$log" 2>&1 </dev/null &
        outer=$!
        local deadline=$((SECONDS + 10))
        until server=$(cat "/proc/$outer/task/$outer/children" 2>/dev/null) && server=${server%% *} && [ -n "$server" ]; do
            [ "$SECONDS" -lt "$deadline" ] || fail "it doesn't start"
            sleep 0.05
        done
    }
    stop() {
        local code=0 deadline=$((SECONDS + $1))
        kill -TERM "$server"
        while kill -0 "$outer" 2>/dev/null; do
            [ "$SECONDS" -lt "$deadline" ] || { kill -KILL "$server"; break; }
            sleep 0.05
        done
        wait "$outer" || code=$?
        server=
        outer=
        stopped=$code
    }
    clean() {
        if [ -n "$outer" ]; then
            # That it goes with what has started it is undone by the change of user.
            [ -z "$server" ] || kill -KILL "$server" 2>/dev/null || true
            kill -KILL "$outer" 2>/dev/null || true
            wait "$outer" 2>/dev/null || true
        fi
        # What was killed may still hold it for a moment.
        local deadline=$((SECONDS + 10))
        until umount --recursive "$view" 2>/dev/null || [ "$SECONDS" -ge "$deadline" ]; do sleep 0.1; done
    }
    check_image() {
        local folder package others
        for folder in "${volumes[@]}"; do [ "$(stat -c %u "$root/$folder")" = "$uid" ] || fail "/$folder doesn't belong to $uid"; done
        pass "/data, /inbox and /backups belong to $uid"
        for package in libc6 libsqlite3-0 zlib1g tzdata; do
            grep -q "^$package " "$root/etc/dateline-packages" || fail "/etc/dateline-packages doesn't name $package"
        done
        pass "/etc/dateline-packages names what the libraries come from"
        others=$(find "$root" -xdev -type f -perm /111 ! -name '*.so*' ! -path "$root$program")
        [ -z "$others" ] || fail "there are other programs than dateline: $others"
        if inside /bin/sh -c true 2>/dev/null; then fail "there is a shell"; fi
        pass "no shell, and no other program"
    }
    check_user() {
        [ "$(awk '/^Uid:/ { print $2 }' "/proc/$server/status")" = "$uid" ] || fail "runs as another user than $uid"
        [ "$(awk '/^CapEff:/ { print $2 }' "/proc/$server/status")" = 0000000000000000 ] || fail "it has capabilities"
        [ "$(awk '/^NSpid:/ { print $NF }' "/proc/$server/status")" = 1 ] || fail "it isn't process 1"
        if inside "$program" backup /usr/local/bin/x 2>/dev/null; then fail "the root can be written"; fi
        pass "runs as $uid, without capabilities, as process 1, on a read-only root"
    }
else
    image=$1
    name=dateline-smoke-$$
    data=dateline-smoke-data-$$
    # A volume of its own, as the one that compose makes: new, and so with the owner of the image's folder.
    backups=dateline-smoke-backups-$$
    hardened=(--read-only --tmpfs /tmp:size=16m --cap-drop ALL --security-opt no-new-privileges --memory 512m --pids-limit 128
        --volume "$data:/data" --volume "$backups:/backups")
    once() { "$engine" run --rm "${hardened[@]}" "$image" "$@"; }
    start() {
        local variables=() one
        for one in "$@"; do variables+=(--env "$one"); done
        "$engine" run --detach --name "$name" "${hardened[@]}" "${variables[@]}" --publish "127.0.0.1:$port:8080" "$image" >/dev/null
    }
    health() { "$engine" exec "$name" /usr/local/bin/dateline health; }
    stop() {
        "$engine" stop --time "$1" "$name" >/dev/null
        "$engine" logs "$name" >"$log" 2>&1
        stopped=$("$engine" inspect --format '{{.State.ExitCode}}' "$name")
        "$engine" rm "$name" >/dev/null
    }
    clean() {
        "$engine" rm --force "$name" >/dev/null 2>&1 || true
        "$engine" volume rm --force "$data" "$backups" >/dev/null 2>&1 || true
    }
    check_image() {
        [ "$("$engine" inspect --format '{{.Config.User}}' "$image")" = "$uid:$uid" ] || fail "the image's user isn't $uid:$uid"
        [ "$("$engine" inspect --format '{{json .Config.Entrypoint}}' "$image")" = '["/usr/local/bin/dateline"]' ] || fail "the entry point isn't the program itself"
        pass "user and entry point of the image"
        if "$engine" run --rm --entrypoint /bin/sh "$image" -c true 2>/dev/null; then fail "there is a shell"; fi
        pass "no shell"
    }
    as_root() { "$engine" run --rm "${hardened[@]}" --user 0:0 "$image" "$@"; }
    check_user() {
        local user
        user=$("$engine" top "$name" | awk 'NR == 2 { print $1 }')
        case $user in "$uid" | dateline) ;; *) fail "runs as $user" ;; esac
        pass "runs as $uid"
    }
fi
trap 'trap - EXIT; clean; rm -rf "$scratch"' EXIT

ask() { curl --silent --max-time 10 --header "Authorization: Bearer $token" "$@"; }
ready() {
    local deadline=$((SECONDS + 30))
    until ask --fail --output /dev/null "$base/readyz"; do
        [ "$SECONDS" -lt "$deadline" ] || fail "not ready within 30 s"
        sleep 0.1
    done
}

check_image
version=$(once --version)
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+ ]] || fail "--version says '$version'"
pass "version $version"
code=0
once serve >"$log" 2>&1 </dev/null || code=$?
[ "$code" = 78 ] || fail "serve on 0.0.0.0 without tokens ended with $code instead of 78"
pass "serve on 0.0.0.0 is refused without tokens"
code=0
as_root serve --allow-anonymous >"$log" 2>&1 </dev/null || code=$?
[ "$code" = 77 ] || fail "serve as root ended with $code instead of 77"
pass "serve as root is refused"
once migrate >"$log" 2>&1 || fail "migrate"
pass "migrate"
token=$(once token create --scope write --tokens-file /data/tokens 2>"$log") || fail "token create"
[ -n "$token" ] || fail "no token was shown"
pass "a token"

start DATELINE_TOKENS_FILE=/data/tokens
ready
check_user
code=$(curl --silent --output /dev/null --write-out '%{http_code}' "$base/v1/articles")
[ "$code" = 401 ] || fail "a request without a token was answered with $code"
pass "a request without a token is refused"
code=$(ask --output "$scratch/created" --write-out '%{http_code}' --header 'Content-Type: application/json' \
    --data '{"headline": "Smoke rises over the harbour", "datePublished": "2031-05"}' "$base/v1/articles")
[ "$code" = 201 ] || fail "POST /v1/articles was answered with $code: $(cat "$scratch/created")"
id=$(sed -n 's/.*"id" *: *"\([0-9a-f-]\{36\}\)".*/\1/p' "$scratch/created" | head -n 1)
ask --fail "$base/v1/articles/$id" | grep -q 'Smoke rises over the harbour' || fail "GET of the article just made"
pass "a write and a read"
[ "$(ask --output /dev/null --write-out '%{http_code}' "$base/v1/articles?from=2031-05&tz=Asia/Riyadh")" = 200 ] || fail "there are no time zones"
pass "time zones"
# Each says "Japan", "China", "Korea" in its own encoding.
while read -r encoding bytes letters; do
    printf '<meta charset="%s"><title>x</title><h1>%b harbour opens</h1><p>The harbour was opened, and ships came in.</p>' "$encoding" "$bytes" >"$scratch/page"
    ask --fail --header 'Content-Type: text/html' --data-binary "@$scratch/page" "$base/v1/imports/preview" | grep -q "$letters harbour opens" ||
        fail "a page in $encoding can't be read"
done <<'END'
shift_jis \x93\xfa\x96\x7b 日本
euc-jp \xc6\xfc\xcb\xdc 日本
gb18030 \xd6\xd0\xb9\xfa 中国
big5 \xa4\xa4\xb0\xea 中國
euc-kr \xc7\xd1\xb1\xb9 한국
END
pass "pages in the encodings of East Asia"
health >/dev/null || fail "dateline health"
pass "dateline health"
once backup /backups/copy.sqlite >/dev/null || fail "backup beside the running service"
once check >/dev/null || fail "check beside the running service"
once check --database /backups/copy.sqlite >/dev/null || fail "check of the backup"
pass "backup into its own volume, and check, beside it"

before=$SECONDS
stop 15
[ "$stopped" = 0 ] || fail "SIGTERM ended it with $stopped"
pass "SIGTERM ends it with 0 after $((SECONDS - before)) s"

start DATELINE_TOKENS_FILE=/data/tokens
ready
ask --fail "$base/v1/articles/$id" >/dev/null || fail "the article is gone after a restart"
stop 15
pass "what was written is there after a restart"
say "All of it holds."
