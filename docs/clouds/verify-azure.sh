#!/usr/bin/env bash
# Compares what registry-azure takes for granted with a real registry. Reads only; needs az (logged in), curl and jq.
# Usage: verify-azure.sh REGISTRY-NAME REPOSITORY [TAG]
set -euo pipefail

name=${1:?the registry\'s name}
repository=${2:?a repository in it}
tag=${3:-latest}
host=$(az acr show --name "$name" --query loginServer --output tsv)
entra=$(az account get-access-token --resource https://management.azure.com --query accessToken --output tsv)

say() { printf '%-68s %s\n' "$1" "$2"; }
claims() { cut -d. -f2 | tr '_-' '/+' | awk '{ while (length($0) % 4) $0 = $0 "="; print }' | base64 -d; }
arm() { curl -sS -K <(printf 'header = "Authorization: Bearer %s"\n' "$entra") "$@"; }

say "Resource Graph shows the registry by its name (1)" "$(arm -X POST -H 'Content-Type: application/json' \
  -d "{\"query\":\"resources | where type =~ 'Microsoft.ContainerRegistry/registries' and name =~ '$name' | project id\"}" \
  'https://management.azure.com/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01' | jq '.data | length')"
id=$(az acr show --name "$name" --query id --output tsv)
say "the mode of roles is one of the two known" "$(arm "https://management.azure.com$id?api-version=2025-11-01" \
  | jq -r '.properties.roleAssignmentMode')"
say "soft delete shows in the preview of the API" "$(arm "https://management.azure.com$id?api-version=2023-11-01-preview" \
  | jq -c '.properties.policies.softDeletePolicy')"
say "permissions can be listed" "$(arm \
  "https://management.azure.com$id/providers/Microsoft.Authorization/permissions?api-version=2022-04-01" | jq -c '.value | length')"

form() { curl -sS -X POST -H 'Content-Type: application/x-www-form-urlencoded' --data @- "https://$host$1"; }
refresh=$(printf 'grant_type=access_token&service=%s&access_token=%s' "$host" "$entra" | form /oauth2/exchange \
  | jq -r '.refresh_token')
say "the refresh token's claims" "$(printf '%s' "$refresh" | claims | jq -c 'keys')"
say "its subject is a user's name or a client id" "$(printf '%s' "$refresh" | claims | jq -r '.sub')"
access=$(printf 'grant_type=refresh_token&service=%s&scope=repository:%s:metadata_read,pull,push&refresh_token=%s' \
  "$host" "$repository" "$refresh" | form /oauth2/token | jq -r '.access_token')
say "the access token lists its actions" "$(printf '%s' "$access" | claims | jq -c '.access')"
data() { curl -sS -K <(printf 'header = "Authorization: Bearer %s"\n' "$access") "https://$host/acr/v1/$repository$1"; }
say "the repository shows its lock" "$(data '' | jq -c '.changeableAttributes.writeEnabled')"
say "the tag shows its lock and digest" "$(data "/_tags/$tag" | jq -c '.tag | [.digest, .changeableAttributes.writeEnabled]')"
digest=$(data "/_tags/$tag" | jq -r '.tag.digest')
say "the manifest shows its lock" "$(data "/_manifests/$digest" | jq -c '.manifest.changeableAttributes.writeEnabled')"
say "more tags than a page holds are announced by a Link" "$(curl -sS -o /dev/null -D - \
  -K <(printf 'header = "Authorization: Bearer %s"\n' "$access") "https://$host/acr/v1/$repository/_tags?n=1" | grep -i '^link' || echo none)"
for plan in Containers CloudPosture; do
  say "Defender's plan $plan says whether it scans images" "$(arm \
    "https://management.azure.com${id%%/resourceGroups/*}/providers/Microsoft.Security/pricings/$plan?api-version=2024-01-01" \
    | jq -c '.properties | [.pricingTier, (.extensions // [] | .[] | select(.name == "ContainerRegistriesVulnerabilityAssessments").isEnabled)]')"
done
say "a machine of Azure's says so (7783-7084-3265-9085-8269-3286-77)" \
  "$(cat /sys/class/dmi/id/chassis_asset_tag 2>/dev/null || echo 'not Linux, or not readable')"
