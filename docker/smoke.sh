#!/usr/bin/env bash
# Tries an image that was built: version, migrate, a write and a read over HTTP, restart, stop, user, entry point.
#   docker/smoke.sh IMAGE             with docker (or ENGINE=podman)
#   docker/smoke.sh --root FOLDER     where no engine runs: the image's root file system, mounted or unpacked; needs root
# What it doesn't claim: that the image has no shell. Debian's slim image has one; nothing of the service uses it.
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
    environment=(SWIFT_BACKTRACE=enable=no DATELINE_HOST=0.0.0.0 "DATELINE_PORT=$port" DATELINE_DATABASE=/data/dateline.sqlite
        DATELINE_INBOX=/inbox DATELINE_LOG_FORMAT=json)
    # An engine gives every container these; Swift reads its arguments from /proc.
    mounted=()
    for folder in proc dev; do
        if [ -z "$(ls -A "$root/$folder" 2>/dev/null)" ]; then
            mkdir -p "$root/$folder"
            mount --bind "/$folder" "$root/$folder"
            mounted+=("$root/$folder")
        fi
    done
    once() { env -i "${environment[@]}" "$(command -v chroot)" --userspec="$uid:$uid" --groups= "$root" "$program" "$@"; }
    health() { once health; }
    start() {
        env -i "${environment[@]}" "$(command -v chroot)" --userspec="$uid:$uid" --groups= "$root" "$program" serve --allow-anonymous >"$log" 2>&1 </dev/null &
        server=$!
    }
    stop() {
        local code=0 deadline=$((SECONDS + $1))
        kill -TERM "$server"
        while kill -0 "$server" 2>/dev/null; do
            [ "$SECONDS" -lt "$deadline" ] || { kill -KILL "$server"; break; }
            sleep 0.05
        done
        wait "$server" || code=$?
        server=
        stopped=$code
    }
    clean() {
        if [ -n "$server" ]; then kill -KILL "$server" 2>/dev/null || true; fi
        find "$root/data" "$root/inbox" -mindepth 1 -delete
        if [ ${#mounted[@]} -gt 0 ]; then umount "${mounted[@]}"; fi
    }
    check_image() {
        [ "$(stat -c %u "$root/data" "$root/inbox" | sort -u)" = "$uid" ] || fail "/data and /inbox don't belong to $uid"
        pass "/data and /inbox belong to $uid"
    }
    check_user() {
        [ "$(awk '/^Uid:/ { print $2 }' "/proc/$server/status")" = "$uid" ] || fail "runs as another user than $uid"
        pass "runs as $uid"
    }
else
    image=$1
    name=dateline-smoke-$$
    data=dateline-smoke-data-$$
    hardened=(--read-only --tmpfs /tmp:size=16m --cap-drop ALL --security-opt no-new-privileges --memory 512m --pids-limit 128 --volume "$data:/data")
    once() { "$engine" run --rm "${hardened[@]}" "$image" "$@"; }
    start() { "$engine" run --detach --name "$name" "${hardened[@]}" --publish "127.0.0.1:$port:8080" "$image" serve --allow-anonymous >/dev/null; }
    health() { "$engine" exec "$name" /usr/local/bin/dateline health; }
    stop() {
        "$engine" stop --time "$1" "$name" >/dev/null
        "$engine" logs "$name" >"$log" 2>&1
        stopped=$("$engine" inspect --format '{{.State.ExitCode}}' "$name")
        "$engine" rm "$name" >/dev/null
    }
    clean() {
        "$engine" rm --force "$name" >/dev/null 2>&1 || true
        "$engine" volume rm --force "$data" >/dev/null 2>&1 || true
    }
    check_image() {
        [ "$("$engine" inspect --format '{{.Config.User}}' "$image")" = "$uid:$uid" ] || fail "the image's user isn't $uid:$uid"
        [ "$("$engine" inspect --format '{{json .Config.Entrypoint}}' "$image")" = '["/usr/local/bin/dateline"]' ] || fail "the entry point isn't the program itself"
        pass "user and entry point of the image"
    }
    check_user() { pass "runs as the image's user"; }
fi
trap 'trap - EXIT; clean; rm -rf "$scratch"' EXIT

ready() {
    local deadline=$((SECONDS + 30))
    until curl --silent --fail --max-time 2 --output /dev/null "$base/readyz"; do
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
[ "$code" = 78 ] || fail "serve on 0.0.0.0 without --allow-anonymous ended with $code instead of 78"
pass "serve on 0.0.0.0 is refused without --allow-anonymous"
once migrate >"$log" 2>&1 || fail "migrate"
pass "migrate"

start
ready
check_user
code=$(curl --silent --output "$scratch/created" --write-out '%{http_code}' --header 'Content-Type: application/json' \
    --data '{"headline": "Smoke rises over the harbour", "datePublished": "2031-05"}' "$base/v1/articles")
[ "$code" = 201 ] || fail "POST /v1/articles was answered with $code: $(cat "$scratch/created")"
id=$(sed -n 's/.*"id" *: *"\([0-9a-f-]\{36\}\)".*/\1/p' "$scratch/created" | head -n 1)
curl --silent --fail "$base/v1/articles/$id" | grep -q 'Smoke rises over the harbour' || fail "GET of the article just made"
pass "a write and a read"
health >/dev/null || fail "dateline health"
pass "dateline health"

before=$SECONDS
stop 15
[ "$stopped" = 0 ] || fail "SIGTERM ended it with $stopped"
pass "SIGTERM ends it with 0 after $((SECONDS - before)) s"

start
ready
curl --silent --fail "$base/v1/articles/$id" >/dev/null || fail "the article is gone after a restart"
stop 15
pass "what was written is there after a restart"
say "All of it holds."
