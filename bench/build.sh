#!/usr/bin/env bash
# build.sh: what a build pays: one module with one image near by; 200 modules without an image.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
measure() { python3 "$here/measure.py" -n "${RUNS:-9}" "$@"; }
one=(-Dregistry.images=127.0.0.1:5602/bench/image:1.0 -Dregistry.failOn=unknown
    -Dregistry.endpoints=127.0.0.1:5602=http://127.0.0.1:5602 -Dregistry.insecureRegistries=127.0.0.1)

measure "one module, bare mvn deploy" -- "$here/maven.sh" bare deploy
measure "one module, a trivial Enforcer rule" -- "$here/maven.sh" enforcer deploy
measure "one module, check of one image" -- "$here/maven.sh" check deploy "${one[@]}"
measure "one module, early check of one image" -- "$here/maven.sh" early deploy "${one[@]}"
measure "one module, extension, mvn validate" -- "$here/maven.sh" early validate "${one[@]}"
measure "200 modules, bare mvn deploy" -- "$here/maven.sh" bare-200 deploy
measure "200 modules, a trivial Enforcer rule" -- "$here/maven.sh" enforcer-200 deploy
measure "200 modules, check without image" -- "$here/maven.sh" check-200 deploy
measure "200 modules, extension without image" -- "$here/maven.sh" early-200 deploy
