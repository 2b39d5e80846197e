#!/usr/bin/env bash
# explain.sh: a gigabyte of logs in 10,000 files explained, with the largest memory; then a tenth of it in as many files.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=${BENCH_DIR:?as setup.sh was given}
plugin=io.github.registrymaven:registry-maven-plugin:$(sed -n 's:.*<version>\(.*-SNAPSHOT\)</version>.*:\1:p' "$here/../pom.xml" | head -n 1)

for megabytes in 100 1000; do
    logs=$home/logs-$megabytes
    [ -d "$logs" ] || python3 "$here/logs.py" "$logs" 10000 "$megabytes"
    find "$logs" -type f -exec cat {} + >/dev/null # from memory, not from the disk
    mkdir -p "$home/empty"
    (cd "$home/empty" && /usr/bin/env time -f "%e s, %U s of CPU, at most %M KB" \
        env MAVEN_OPTS="${EXPLAIN_OPTS:--Xmx256m}" mvn --batch-mode --quiet --offline "-Dmaven.repo.local=$home/repository" \
        -s "$here/settings.xml" "$plugin:explain" "-Dregistry.log=$logs" "-Dregistry.reportDirectory=$home/explained" \
        2>&1 >/dev/null | tail -n 1 | sed "s/^/$megabytes MB in 10000 files: /")
done
