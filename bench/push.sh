#!/usr/bin/env bash
# push.sh [IMAGE...]: pushes of one image after the other, each to an empty registry, beside skopeo, Jib, ORAS and curl; then
# once more, unchanged.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$BENCH_DIR/images
runs=${RUNS:-3}
images=("$@")
((${#images[@]})) || images=(1g-5-random 1g-5-text)
empty="bash '$here/registries.sh' empty; rm -rf /var/lib/containers/cache '$BENCH_DIR/jib-cache'"
python3 "$here/images.py" "$folder" "${images[@]}" 10m-30-random

first() { python3 "$here/measure.py" -n "$runs" --before "$empty" "$@"; }
again() { python3 "$here/measure.py" -n "$runs" "$@"; }
ours() { # source, port
    printf '%s ' "$here/maven.sh" push deploy "-Dregistry.source=$1" "-Dregistry.images=127.0.0.1:$2/bench/pushed:1.0" \
        "-Dregistry.endpoints=127.0.0.1:$2=http://127.0.0.1:$2" -Dregistry.insecureRegistries=127.0.0.1
}
skopeo_copy() { printf '%s ' skopeo copy --quiet --dest-tls-verify=false "$1" "docker://127.0.0.1:$2/bench/pushed:1.0"; }
java_peer() { printf '%s ' java -cp "$BENCH_DIR/peers/classes:$BENCH_DIR/peers/jars/*" "$@"; }

set -f # the class path's star is for the JVM
for image in "${images[@]}"; do
    file=$folder/$image
    first "$image, OCI layout: registry:push" -- $(ours "$file.oci" 5600)
    again "$image, OCI layout again: registry:push" -- $(ours "$file.oci" 5600)
    first "$image, OCI layout: skopeo" -- $(skopeo_copy "oci:$file.oci:latest" 5600)
    first "$image, OCI layout: ORAS" -- $(java_peer OrasPush "$file.oci" 127.0.0.1:5600/bench/pushed:latest)
    first "$image, OCI layout: sha256sum and curl" -- "$here/peers/curl-push.sh" "$file.oci" 127.0.0.1:5600/v2/bench/pushed
    first "$image, docker-archive: registry:push" -- $(ours "$file.docker.tar" 5600)
    again "$image, docker-archive again: registry:push" -- $(ours "$file.docker.tar" 5600)
    first "$image, docker-archive: skopeo" -- $(skopeo_copy "docker-archive:$file.docker.tar" 5600)
    first "$image, docker-archive: Jib" -- \
        $(java_peer JibPush "$file.docker.tar" 127.0.0.1:5600/bench/pushed:1.0 "$BENCH_DIR/jib-cache")
    MAVEN_OPTS=-Xmx96m first "$image, docker-archive, -Xmx96m: registry:push" -- $(ours "$file.docker.tar" 5600)
    MAVEN_OPTS=-Xmx96m first "$image, OCI layout, -Xmx96m: registry:push" -- $(ours "$file.oci" 5600)
done

small=$folder/10m-30-random
python3 "$here/measure.py" -n "$runs" "bare mvn deploy" -- "$here/maven.sh" bare deploy
first "30 small layers, far, OCI layout: registry:push" -- $(ours "$small.oci" 5700)
first "30 small layers, far, docker-archive: registry:push" -- $(ours "$small.docker.tar" 5700)
first "30 small layers, far, docker-archive: skopeo" -- $(skopeo_copy "docker-archive:$small.docker.tar" 5700)
first "30 small layers, far, docker-archive: Jib" -- \
    $(java_peer JibPush "$small.docker.tar" 127.0.0.1:5700/bench/pushed:1.0 "$BENCH_DIR/jib-cache")

eval "$empty"
for round in first again; do
    echo "30 layers, $round: $("$here/count.sh" 5802 $(ours "$small.oci" 5802))"
done
for round in first again; do
    echo "30 layers of a docker-archive, $round: $("$here/count.sh" 5800 $(ours "$small.docker.tar" 5800))"
done
