#!/usr/bin/env bash
# count.sh PORT COMMAND...: connections, requests and bytes that a command sends to the seen registry at PORT, and to its tokens.
set -euo pipefail
state=${BENCH_DIR:?}/registries
port=$1
shift
for each in "$port" 5812; do
    rm -f "$state/counted.$each"
    kill -USR1 "$(< "$state/line.$each")"
done
"$@" > "$BENCH_DIR/logs/counted.log" 2>&1
for each in "$port" 5812; do
    kill -USR2 "$(< "$state/line.$each")"
    until [[ -s $state/counted.$each ]]; do sleep 0.05; done
done
jq -r --slurpfile tokens "$state/counted.5812" \
    '"\(.connections) connections, \([.requests[]] | add // 0) requests \(.requests | tojson), \(.sent) bytes sent; "
     + "tokens: \($tokens[0].connections) connections, \([$tokens[0].requests[]] | add // 0) requests"' \
    "$state/counted.$port"
