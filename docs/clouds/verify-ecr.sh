#!/usr/bin/env bash
# verify-ecr.sh [--region REGION] [--role ARN]: holds what registry:check says of Amazon ECR against real pushes, on your account.
#
# It makes one repository, registry-maven-verify/<time>, with immutable tags, checks and pushes images of some hundred bytes to it
# as several principals, prints a table, and deletes the repository, whatever happens. Nothing else in the account is touched.
#
# The principals are your own credentials, and sessions that a policy limits further: of --role, a role that you may assume, or
# without it of sts:GetFederationToken, which only IAM users have. Where neither can be had, their rows say so and are left out.
#
# Needs: bash 4, aws (version 2), mvn, skopeo, jq, sha256sum; and the rights ecr:*Repository, ecr:Describe*, those of a push, and
# sts:AssumeRole or sts:GetFederationToken. MAVEN_ARGUMENTS and PLUGIN may name other settings and another version.
#
# No account of Amazon could be reached from where it was written: its calls, sessions and pushes were tried against the testkit's
# account (REGISTRY=HOST:PORT names a registry that is not at its own host), with the checks left out. If a row does not agree,
# that is a bug: please report the table.
set -euo pipefail

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

region=$(aws configure get region 2> /dev/null || true)
region=${AWS_REGION:-${AWS_DEFAULT_REGION:-$region}}
role=''
while (($#)); do
    case $1 in
        --region) region=${2:?--region needs a region} && shift 2 ;;
        --role) role=${2:?--role needs an ARN} && shift 2 ;;
        *) fail "usage: verify-ecr.sh [--region REGION] [--role ARN]" ;;
    esac
done
[[ -n $region ]] || fail "no region is set: --region eu-central-1"
for program in aws mvn skopeo jq sha256sum; do
    command -v "$program" > /dev/null || fail "$program is not on the PATH"
done

plugin=${PLUGIN:-io.github.registrymaven:registry-maven-plugin:0.1.0-SNAPSHOT}
read -r -a maven <<< "${MAVEN_ARGUMENTS:-}"
export AWS_REGION=$region AWS_DEFAULT_REGION=$region AWS_PAGER=''
account=$(aws sts get-caller-identity --query Account --output text)
suffix=amazonaws.com
[[ $region == cn-* ]] && suffix=amazonaws.com.cn
host=$account.dkr.ecr.$region.$suffix
repository=registry-maven-verify/$(date -u +%Y%m%d-%H%M%S)
arn_of_all=$(aws sts get-caller-identity --query Arn --output text | cut -d: -f1-2):ecr:$region:$account:repository/registry-maven-verify/*
work=$(mktemp -d)
made=''

clean_up() {
    if [[ -n $made ]]; then
        aws ecr delete-repository --force --repository-name "$repository" > /dev/null \
            || printf 'NOT deleted: repository %s in %s, delete it by hand\n' "$repository" "$region" >&2
    fi
    rm -rf "$work"
}
trap clean_up EXIT

# An OCI layout of one empty layer; the label makes it an image of its own.
image() { # folder, label
    local blobs=$1/blobs/sha256 layer config manifest
    mkdir -p "$blobs"
    blob() { # type: moves $blobs/new to where it belongs, prints its descriptor
        local digest
        digest=$(sha256sum "$blobs/new" | cut -d' ' -f1)
        mv "$blobs/new" "$blobs/$digest"
        printf '{"mediaType":"application/vnd.oci.image.%s","digest":"sha256:%s","size":%d}' \
            "$1" "$digest" "$(wc -c < "$blobs/$digest")"
    }
    head -c 1024 /dev/zero > "$blobs/tar"
    local plain
    plain=$(sha256sum "$blobs/tar" | cut -d' ' -f1)
    gzip -n < "$blobs/tar" > "$blobs/new"
    rm "$blobs/tar"
    layer=$(blob layer.v1.tar+gzip)
    printf '{"architecture":"amd64","os":"linux","config":{"Labels":{"verify":"%s"}},"rootfs":{"type":"layers","diff_ids":["sha256:%s"]}}' \
        "$2" "$plain" > "$blobs/new"
    config=$(blob config.v1+json)
    printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":%s,"layers":[%s]}' \
        "$config" "$layer" > "$blobs/new"
    manifest=$(blob manifest.v1+json)
    printf '{"schemaVersion":2,"manifests":[%s]}' "${manifest%\}},\"annotations\":{\"org.opencontainers.image.ref.name\":\"1\"}}" \
        > "$1/index.json"
    printf '{"imageLayoutVersion":"1.0.0"}' > "$1/oci-layout"
}

# A policy for a session: the rights of a push and what a check asks, without some actions.
limited() { # actions to deny, as JSON strings
    printf '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["ecr:*","iam:*"],"Resource":"*"}'
    [[ -z $1 ]] || printf ',{"Effect":"Deny","Action":[%s],"Resource":"%s"}' "$1" "$arn_of_all"
    printf ']}'
}

# Runs a command with a session that a policy limits; ends with 2 where there is no session to be had.
as() { # policy, command...
    local keys policy=$1
    shift
    if [[ -z $policy ]]; then
        "$@"
        return
    fi
    if [[ -n $role ]]; then
        keys=$(aws sts assume-role --role-arn "$role" --role-session-name registry-maven-verify --policy "$policy" \
            --query Credentials --output json 2> "$work/session") || return 2
    else
        keys=$(aws sts get-federation-token --name registry-maven-verify --policy "$policy" \
            --query Credentials --output json 2> "$work/session") || return 2
    fi
    AWS_ACCESS_KEY_ID=$(jq -r .AccessKeyId <<< "$keys") AWS_SECRET_ACCESS_KEY=$(jq -r .SecretAccessKey <<< "$keys") \
        AWS_SESSION_TOKEN=$(jq -r .SessionToken <<< "$keys") "$@"
}

# One row: what the check says, and what the push does with the same login.
row() { # title, target, which image: one of its own, so that no push does without an upload as its layers are there already
    local layout=$work/image-$3 password verdict cause pushed agrees=yes real=${REGISTRY:-$host} more=()
    [[ -d $layout ]] || image "$layout" "$3"
    password=$(aws ecr get-login-password)
    mkdir -p "$work/docker" "$work/check"
    (umask 077 && printf '{"auths":{"%s":{"auth":"%s"},"%s":{"auth":"%s"}}}' "$host" "$(printf 'AWS:%s' "$password" | base64 -w0)" \
        "$real" "$(printf 'AWS:%s' "$password" | base64 -w0)" > "$work/docker/config.json")
    [[ -z ${REGISTRY:-} ]] || more=("-Dregistry.endpoints=$host=http://$REGISTRY" "-Dregistry.insecureRegistries=$host")
    rm -rf "$work/check/target"
    (cd "$work/check" && DOCKER_CONFIG=$work/docker mvn --batch-mode --quiet ${maven[@]+"${maven[@]}"} "$plugin:check" \
        "-Dregistry.images=$host/$2" "-Dregistry.source=$layout" -Dregistry.failOn=never ${more[@]+"${more[@]}"}) > "$work/log" 2>&1 \
        || { cat "$work/log" >&2 && fail "the check itself failed"; }
    verdict=$(jq -r '.images[0].verdict' "$work/check/target/registry/preflight.json")
    cause=$(jq -r '[.images[0] | .verdict as $v | .checks[] | select(.verdict == $v) | .cause // empty][0] // "-"' \
        "$work/check/target/registry/preflight.json")
    if skopeo --insecure-policy copy --quiet --retry-times 0 --authfile "$work/docker/config.json" \
        ${REGISTRY:+--dest-tls-verify=false} "oci:$layout:1" "docker://$real/$2" > "$work/push" 2>&1; then
        pushed=taken
    else
        pushed=refused
    fi
    case $verdict-$pushed in
        fail-taken) agrees=NO ;;
        pass-refused | warn-refused)
            # A pass names what it did not prove; to be refused for just that is no contradiction.
            agrees=NO
            while read -r open; do
                [[ -n $open ]] && grep -qF "$open" "$work/push" && agrees="left open"
            done < <(jq -r '.images[0].checks[].unverified[]? | select(startswith("ecr:"))' "$work/check/target/registry/preflight.json")
            ;;
    esac
    [[ $agrees != NO ]] || contradictions=$((contradictions + 1))
    printf '%-46s %-8s %-22s %-8s %s\n' "$1" "$verdict" "$cause" "$pushed" "$agrees"
}

session_row() { # title, denied actions, tag
    local status=0
    as "$(limited "$2")" true || status=$?
    if ((status == 2)); then
        printf '%-46s left out: %s\n' "$1" "$(head -n 3 "$work/session" | tr '\n' ' ' | cut -c 1-120)"
        return
    fi
    # "as" sets the variables for one command; a function sees them, too.
    as "$(limited "$2")" row "$1" "$repository:$3" "$3"
}

contradictions=0
aws ecr create-repository --repository-name "$repository" --image-tag-mutability IMMUTABLE \
    --tags Key=purpose,Value=registry-maven-verify > /dev/null
made=yes

printf '%s as %s\n\n' "$host/$repository" "$(aws sts get-caller-identity --query Arn --output text)"
printf '%-46s %-8s %-22s %-8s %s\n' case verdict cause push agrees
row "a new tag" "$repository:1.0" one
row "a fixed tag, with another image" "$repository:1.0" two
row "a fixed tag, with the same image" "$repository:1.0" one
row "a repository that does not exist" "$repository-absent:1.0" one
session_row "a session with every right" '' 2.0
session_row "without ecr:PutImage" '"ecr:PutImage"' 3.0
session_row "without ecr:InitiateLayerUpload" '"ecr:InitiateLayerUpload"' 4.0
session_row "without ecr:BatchCheckLayerAvailability" '"ecr:BatchCheckLayerAvailability"' 5.0
session_row "without ecr:BatchGetImage" '"ecr:BatchGetImage"' 6.0
session_row "without a right to ask" '"ecr:Describe*","ecr:Get*Policy"' 7.0

printf '\n'
if ((contradictions)); then
    fail "$contradictions rows do not agree: please report this table"
fi
printf 'every row agrees\n'
