#!/usr/bin/env bash
# rules.sh: every Enforcer rule there is, in one execution, on 200 modules whose images 500 resources of Terraform declare, beside
# the same reactor with one of Enforcer's own rules, and with all of ours skipped, which is what Maven and Enforcer take to configure
# them: CPU; and how often each file of Terraform is opened. LEVEL=strict asks more of it. Needs setup.sh only.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=${BENCH_DIR:?is to be an empty folder}
measure() { python3 "$here/measure.py" -n "${RUNS:-9}" "$@"; }
version=$(sed -n 's:.*<version>\(.*-SNAPSHOT\)</version>.*:\1:p' "$here/../pom.xml" | head -n 1)

# What a rule cannot do without, beside the parameters that most of them have.
more() { # rule
    case "$1" in
        requireMaxImageSize) echo '<maxSize>300 MB</maxSize>' ;;
    esac
}

# Each page in docs/rules is a rule; registryStandard is others once more. A parameter is given where the rule's page has it.
rules() { # more parameters, for all of them
    local page rule
    for page in "$here"/../docs/rules/*.md; do
        rule=$(basename "$page" .md)
        [[ $rule == README || $rule == registryStandard ]] && continue
        takes() { grep -q "^| \`$1\`" "$page"; }
        echo "<$rule>"
        takes images && echo '<images><image>123456789012.dkr.ecr.eu-west-1.amazonaws.com/bench/${project.artifactId}:1.0</image></images>'
        takes declaredIn && echo '<declaredIn><folder>${session.executionRootDirectory}/infra</folder></declaredIn>'
        [[ -n ${LEVEL:-} ]] && takes policyLevel && echo "<policyLevel>$LEVEL</policyLevel>"
        more "$rule"
        echo "${1:-}</$rule>"
    done
}

reactor() { # name, rules, dependencies of Enforcer
    python3 "$here/reactor.py" "$home/$1" 200 "<plugin><artifactId>maven-enforcer-plugin</artifactId><version>3.7.0</version>$3
<executions><execution><id>bench</id><phase>validate</phase><goals><goal>enforce</goal></goals><configuration><rules>$2</rules>
</configuration></execution></executions></plugin>"
    python3 "$here/infra.py" "$home/$1/infra" 200 500
    for module in "$home/$1"/m*; do
        printf 'FROM scratch\nCOPY app /app\nUSER 1000\nENTRYPOINT ["/app"]\n' > "$module/Dockerfile"
    done
}

builtin='<requireMavenVersion><version>3.0</version></requireMavenVersion>'
ours="<dependencies><dependency><groupId>io.github.registrymaven</groupId><artifactId>registry-enforcer-rules</artifactId>
<version>$version</version></dependency></dependencies>"
reactor rules-none "$builtin" ""
reactor rules-skipped "$(rules '<skip>true</skip>')" "$ours"
reactor rules-all "$(rules)" "$ours"
count=$(rules | grep -c '^</')

measure "200 modules, one of Enforcer's own rules" -- "$here/maven.sh" rules-none validate
measure "200 modules, $count of our rules, skipped" -- "$here/maven.sh" rules-skipped validate
measure "200 modules, $count of our rules, 500 resources" -- "$here/maven.sh" rules-all validate

strace -f -qq -e trace=openat,open -o "$home/logs/rules-opened.log" "$here/maven.sh" rules-all validate
grep -o '"[^"]*\.tf"' "$home/logs/rules-opened.log" | sort | uniq -c |
    awk '{ files++; opened += $1 } END { print files " files of Terraform, opened " opened " times" }'
