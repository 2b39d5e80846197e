#!/usr/bin/env bash
# check.sh: a check of 1 and of 50 images, Bearer, at a round trip of 50 ms, beside bare Maven, skopeo and parallel curl.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
measure() { python3 "$here/measure.py" "$@"; }
images() { seq -s, -f "$1/bench/image%g:1.0" "$2"; }
check() { # port, images, more
    printf '%s ' "$here/maven.sh" check deploy "-Dregistry.images=$(images "127.0.0.1:$1" "$2")" \
        "-Dregistry.endpoints=127.0.0.1:$1=http://127.0.0.1:$1" -Dregistry.insecureRegistries=127.0.0.1 \
        -Dregistry.failOn=unknown "${@:3}"
}

measure "bare mvn validate" -- "$here/maven.sh" bare validate
measure "bare mvn deploy" -- "$here/maven.sh" bare deploy
for count in 1 50; do
    measure "check of $count, far, upload probe" -- $(check 5702 "$count")
    measure "check of $count, far, token probe" -- $(check 5702 "$count" -Dregistry.probe=token -Dregistry.failOn=fail)
    measure -n 3 "curl in parallel, $count, far" -- "$here/peers/curl-check.sh" 127.0.0.1:5702 "$count"
done
measure -n 1 "skopeo inspect, 1, far, read-only" -- "$here/peers/skopeo-check.sh" 127.0.0.1:5702 1
measure -n 1 "skopeo inspect, 50, far, read-only" -- "$here/peers/skopeo-check.sh" 127.0.0.1:5702 50

for count in 1 50; do
    echo "check of $count, upload probe: $("$here/count.sh" 5802 $(check 5802 "$count"))"
    echo "check of $count, token probe:  $("$here/count.sh" 5802 $(check 5802 "$count" -Dregistry.probe=token -Dregistry.failOn=fail))"
done
