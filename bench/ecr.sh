#!/usr/bin/env bash
# ecr.sh: a check of 1, 10 and 100 images on Amazon ECR, which is the testkit's account at a round trip of 50 ms: wall, calls of AWS
# by action, and requests to the registry; by a user with the rights of a push, and by one who may ask for more. Needs setup.sh only.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=${BENCH_DIR:?is to be an empty folder}
state=$home/ecr
mkdir -p "$state" "$home/home"
measure() { python3 "$here/measure.py" "$@"; }

classpath=$(find "$home/repository" -name '*.jar' \( -path '*/software/amazon/*' -o -path '*/gson/*' -o -path '*/jspecify/*' \
    -o -path '*/reactive-streams/*' -o -path '*/slf4j-api/2.*' -o -path '*/registry-testkit/*' \) | tr '\n' ':')
coproc ACCOUNT { exec java -cp "$classpath" "$here/EcrAccount.java" 5620 5621 100 2> "$state/errors"; }
account=$ACCOUNT_PID
lines=()
for port in 5620 5621; do
    python3 "$here/delay_line.py" "$((port + 100))" "$port" 25 "$state/counted.$port" < /dev/null &
    lines+=("$!")
done
end() {
    kill "$account" "${lines[@]}" 2> /dev/null || true
    rm -f "$home/home/config.json"
}
trap end EXIT

answer() { read -r -t 60 -u "${ACCOUNT[0]}" "$@"; }
answer host
images() { seq -s, -f "$host/bench/image%g:1.0" "$1"; }
check() { # how many
    printf '%s ' "$here/maven.sh" check deploy "-Dregistry.images=$(images "$1")" -Dregistry.failOn=unknown \
        "-Dregistry.endpoints=$host=http://127.0.0.1:5721" "-Dregistry.insecureRegistries=$host,127.0.0.1"
}

export AWS_ENDPOINT_URL=http://127.0.0.1:5720 AWS_EC2_METADATA_DISABLED=true AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
unset AWS_PROFILE AWS_SESSION_TOKEN
measure -n 3 "bare mvn deploy" -- "$here/maven.sh" bare deploy
# Both are told before any count is.
answer least
answer seeing
for one in "$least" "$seeing"; do
    read -r user AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY login <<< "$one"
    (umask 077 && printf '{"auths": {"%s": {"auth": "%s"}}}\n' "$host" "$login" > "$home/home/config.json")
    for count in 1 10 100; do
        # The command is words without blanks in them.
        # shellcheck disable=SC2046
        measure -n 3 "ECR: check of $count by $user, far" -- $(check "$count")
        echo >&"${ACCOUNT[1]}" && answer _
        # shellcheck disable=SC2046
        $(check "$count") > "$home/logs/ecr-counted.log" 2>&1
        echo >&"${ACCOUNT[1]}" && answer counted && echo "ECR: check of $count by $user: $counted"
    done
done
