#!/usr/bin/env bash
# curl-push.sh LAYOUT URL: each blob of an OCI layout hashed and put, one after the other, as a script would.
set -euo pipefail
for blob in "$1"/blobs/sha256/*; do
    digest=$(sha256sum "$blob" | cut -d' ' -f1)
    session=$(curl --silent --fail --output /dev/null --write-out '%header{location}' --request POST "http://$2/blobs/uploads/")
    curl --silent --fail --upload-file "$blob" "$session&digest=sha256:$digest"
done
