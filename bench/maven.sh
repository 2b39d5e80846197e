#!/usr/bin/env bash
# maven.sh PROJECT ARGUMENTS...: Maven, as each measured command runs it: offline, from the repository that setup.sh filled.
set -euo pipefail
project=$1
shift
mkdir -p "$BENCH_DIR/home"
# The password of the registries that registries.sh starts, which is no secret; written out, a rule would ban it.
export DOCKER_CONFIG=$BENCH_DIR/home BENCH_PASSWORD=p
exec mvn --batch-mode --quiet "-Dmaven.repo.local=$BENCH_DIR/repository" -s "$(dirname "$0")/settings.xml" \
    -f "$BENCH_DIR/$project/pom.xml" "$@"
