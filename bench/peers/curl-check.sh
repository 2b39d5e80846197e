#!/usr/bin/env bash
# curl-check.sh HOST COUNT: the same questions as a check, in parallel: ping, one token, HEAD and POST for each image, then DELETE.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
realm=$(curl --silent --output /dev/null --write-out '%header{www-authenticate}' "http://$1/v2/" | sed 's/.*realm="\([^"]*\)".*/\1/')
scopes=$(seq -s '' -f '&scope=repository:bench/image%g:pull,push' "$2")
token=$(curl --silent --user u:p "$realm?service=s$scopes" | jq -r .token)

transfer() { # options of one transfer, a line each
    printf '%s\n' "$@" "header=\"Authorization: Bearer $token\"" output=/dev/null next
}
for number in $(seq "$2"); do
    transfer "url=http://$1/v2/bench/image$number/manifests/1.0" head
    transfer "url=http://$1/v2/bench/image$number/blobs/uploads/" request=POST 'data=""' 'write-out="%header{location}\n"'
done > "$work/ask"
parallel() { sed '$d' | curl --silent --parallel --parallel-immediate --parallel-max 50 --config -; }
parallel < "$work/ask" | grep '^http' > "$work/sessions"
while read -r session; do
    transfer "url=\"$session\"" request=DELETE
done < "$work/sessions" > "$work/cancel"
parallel < "$work/cancel"
