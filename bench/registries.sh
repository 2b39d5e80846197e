#!/usr/bin/env bash
# registries.sh start|stop|empty: docker-registry on loopback, near and far; empty also forgets what was pushed.
#
#          open   Bearer   tokens
#   near   5600   5602     5612
#   far    5700   5702     5712    a round trip of 50 ms
#   seen   5800   5802     5812    near, and counted (see count.sh)
#
# Storage is in memory, so that no disk blurs a push.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
state=${BENCH_DIR:?is to be an empty folder}/registries
storage=/dev/shm/registry-maven-bench
mkdir -p "$state"

background() {
    "$@" > /dev/null 2>> "$state/errors" < /dev/null &
    echo $! >> "$state/pids"
}

registry() { # name, port, authentication
    cat > "$state/$1.yml" <<YAML
version: 0.1
log: {level: error, accesslog: {disabled: true}}
storage: {filesystem: {rootdirectory: $storage/$1}, delete: {enabled: true}, cache: {blobdescriptor: inmemory}}
http: {addr: "127.0.0.1:$2"}
$3
YAML
    background docker-registry serve "$state/$1.yml"
}

line() { # port, target, milliseconds one way
    background python3 "$here/delay_line.py" "$1" "$2" "$3" "$state/counted.$1"
    echo $! > "$state/line.$1"
}

start() {
    registry open 5600 ''
    registry bearer 5602 'auth: {silly: {realm: "http://127.0.0.1:5612/token", service: s}}'
    registry bearer-far 5603 'auth: {silly: {realm: "http://127.0.0.1:5712/token", service: s}}'
    registry bearer-seen 5604 'auth: {silly: {realm: "http://127.0.0.1:5812/token", service: s}}'
    background python3 "$here/token_service.py" 5612
    line 5700 5600 25
    line 5702 5603 25
    line 5712 5612 25
    line 5800 5600 0
    line 5802 5604 0
    line 5812 5612 0
    for port in 5600 5602 5603 5604 5612 5700 5702 5712 5800 5802 5812; do
        curl --silent --output /dev/null --retry 50 --retry-delay 0 --retry-all-errors --retry-max-time 20 \
            "http://127.0.0.1:$port/v2/"
    done
}

stop() {
    [[ -f $state/pids ]] || return 0
    while read -r pid; do
        kill "$pid" 2> /dev/null || true
        while kill -0 "$pid" 2> /dev/null; do sleep 0.05; done
    done < "$state/pids"
    rm -f "$state"/pids "$state"/line.*
    rm -rf "$storage"
}

case $1 in
    start) start ;;
    stop) stop ;;
    empty) stop && start ;;
esac
