#!/usr/bin/env bash
# Asks a real Google Cloud project what docs/clouds/google.md takes for possible. It makes two repositories, tries them and
# deletes them again; it needs gcloud (logged in, with roles/artifactregistry.admin), curl and jq, and costs nothing worth
# naming. Prints one line for each fact.
#
#   PROJECT=my-project LOCATION=europe-west3 docs/clouds/verify-google.sh
set -euo pipefail

: "${PROJECT:?the project to ask}" "${LOCATION:?a location, such as europe-west3}"
host=$LOCATION-docker.pkg.dev
api=https://artifactregistry.googleapis.com/v1/projects/$PROJECT/locations/$LOCATION/repositories
probe=registry-maven-probe-$$
token=$(gcloud auth print-access-token)
work=$(mktemp -d)

cleanup() {
  for name in "$probe" "$probe-jars"; do
    gcloud artifacts repositories delete "$name" --project="$PROJECT" --location="$LOCATION" --quiet >/dev/null 2>&1 || true
  done
  rm -rf "$work"
}
trap cleanup EXIT

# The token is read from a file, so that it shows in no list of processes.
umask 077
printf 'header = "Authorization: Bearer %s"\n' "$token" >"$work/bearer"
printf 'user = "oauth2accesstoken:%s"\n' "$token" >"$work/basic"
ask() { curl --silent --config "$work/bearer" --output "$work/body" --write-out '%{http_code}' "$@"; }
tell() { printf '%-58s %s\n' "$1" "$2"; }
words() { jq -c '(.error // .errors // .) | if type == "object" then {status, message, reasons: [.details[]?.reason]} else . end' "$work/body" 2>/dev/null || head -c 200 "$work/body"; }

registry_token() {
  curl --silent --config "$work/basic" --output "$work/body" --write-out '%{http_code}' \
    "https://$host/v2/token?service=$host&scope=repository:$1:pull,push"
}

gcloud artifacts repositories create "$probe" --project="$PROJECT" --location="$LOCATION" \
  --repository-format=docker --immutable-tags --quiet >/dev/null
gcloud artifacts repositories create "$probe-jars" --project="$PROJECT" --location="$LOCATION" \
  --repository-format=maven --quiet >/dev/null

code=$(ask "$api/$probe")
tell "repositories.get shows immutableTags" "$code $(jq -c .dockerConfig "$work/body")"
tell "repositories.get shows the state of scanning" "$(jq -c .vulnerabilityScanningConfig "$work/body")"
code=$(ask "$api/$probe-absent")
tell "repositories.get of an absent one" "$code $(words)"

permissions='{"permissions":["artifactregistry.repositories.uploadArtifacts","artifactregistry.repositories.downloadArtifacts","artifactregistry.tags.create","artifactregistry.tags.update"]}'
for name in "$probe" "$probe-absent"; do
  code=$(ask --header 'Content-Type: application/json' --data "$permissions" "$api/$name:testIamPermissions")
  tell "testIamPermissions of $name" "$code $(jq -c . "$work/body")"
done
code=$(ask --header 'Content-Type: application/json' \
  --data '{"permissions":["artifactregistry.repositories.createOnPush","artifactregistry.repositories.uploadArtifacts"]}' \
  "https://cloudresourcemanager.googleapis.com/v3/projects/$PROJECT:testIamPermissions")
tell "testIamPermissions of the project" "$code $(jq -c . "$work/body")"
code=$(ask --request POST --header 'Content-Type: application/x-www-form-urlencoded' --data '' https://oauth2.googleapis.com/tokeninfo)
tell "tokeninfo by POST and a header" "$code $(jq -c '{email, expires_in}' "$work/body")"
code=$(ask https://iam.googleapis.com/v1/roles/artifactregistry.writer)
tell "roles.get of the writer" "$code $(jq -c '[.includedPermissions[]? | select(test("uploadArtifacts|tags\\."))]' "$work/body")"

tell "token service, repository that is there" "$(registry_token "$PROJECT/$probe/app")"
push=$(jq -r .token "$work/body")
tell "token service, absent repository" "$(registry_token "$PROJECT/$probe-absent/app") $(words)"
tell "token service, repository of jars" "$(registry_token "$PROJECT/$probe-jars/app") $(words)"
tell "token service, nobody" "$(curl --silent --output "$work/body" --write-out '%{http_code}' \
  "https://$host/v2/token?service=$host&scope=repository:$PROJECT/$probe/app:pull,push") $(words)"

printf 'header = "Authorization: Bearer %s"\n' "$push" >"$work/push"
send() { curl --silent --config "$work/push" --dump-header "$work/headers" --output "$work/body" --write-out '%{http_code}' "$@"; }
location() { sed -n 's/^[Ll]ocation: *//p' "$work/headers" | tr -d '\r'; }
absolute() { case $1 in http*) printf '%s' "$1" ;; *) printf 'https://%s%s' "$host" "$1" ;; esac; }

tell "an upload session" "$(send --request POST "https://$host/v2/$PROJECT/$probe/app/blobs/uploads/")"
tell "its cancellation" "$(send --request DELETE "$(absolute "$(location)")") $(words)"

put_image() { # $1 is the content of its configuration
  printf '%s' "$1" >"$work/config"
  digest=sha256:$(sha256sum "$work/config" | cut -d' ' -f1)
  send --request POST "https://$host/v2/$PROJECT/$probe/app/blobs/uploads/" >/dev/null
  local url
  url=$(absolute "$(location)")
  case $url in *\?*) url="$url&digest=$digest" ;; *) url="$url?digest=$digest" ;; esac
  send --request PUT --header 'Content-Type: application/octet-stream' --data-binary "@$work/config" "$url" >/dev/null
  printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"%s","size":%s},"layers":[]}' \
    "$digest" "$(wc -c <"$work/config" | tr -d ' ')" >"$work/manifest"
  send --request PUT --header 'Content-Type: application/vnd.oci.image.manifest.v1+json' \
    --data-binary "@$work/manifest" "https://$host/v2/$PROJECT/$probe/app/manifests/1.0"
}
tell "a new tag" "$(put_image '{"architecture":"amd64","os":"linux"}') $(words)"
tell "the very same image under an immutable tag" "$(put_image '{"architecture":"amd64","os":"linux"}') $(words)"
tell "another image under an immutable tag" "$(put_image '{"architecture":"arm64","os":"linux"}') $(words)"
