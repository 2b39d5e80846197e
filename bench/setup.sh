#!/usr/bin/env bash
# setup.sh: the plugin of this checkout in a repository of its own, reactors that use it, and the peers' jars.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=${BENCH_DIR:?is to be an empty folder}
repository=$home/repository
mkdir -p "$home/logs"

quiet() { mvn --batch-mode --no-transfer-progress --quiet "$@" "-Dmaven.repo.local=$repository"; }

quiet install -f "$here/../pom.xml" -DskipTests
# Each peer by itself: their libraries do not agree.
for peer in Jib Oras; do
    jars=$home/peers/${peer,,}
    quiet dependency:copy-dependencies -f "$here/peers/${peer,,}.xml" "-DoutputDirectory=$jars"
    javac -d "$jars" -cp "$jars/*" "$here/peers/${peer}Push.java"
done

version=$(sed -n 's:.*<version>\(.*-SNAPSHOT\)</version>.*:\1:p' "$here/../pom.xml" | head -n 1)
plugin() { # goal, whether it is an extension
    cat <<XML
<plugin><groupId>io.github.registrymaven</groupId><artifactId>registry-maven-plugin</artifactId><version>$version</version>
<extensions>$2</extensions><executions><execution><id>bench</id><phase>deploy</phase><goals><goal>$1</goal></goals></execution></executions></plugin>
XML
}
enforcer='<plugin><artifactId>maven-enforcer-plugin</artifactId><version>3.7.0</version><executions><execution><id>bench</id>
<phase>deploy</phase><goals><goal>enforce</goal></goals><configuration><rules><requireMavenVersion><version>3.0</version>
</requireMavenVersion></rules></configuration></execution></executions></plugin>'

python3 "$here/reactor.py" "$home/bare" 0
python3 "$here/reactor.py" "$home/enforcer" 0 "$enforcer"
python3 "$here/reactor.py" "$home/enforcer-200" 200 "$enforcer"
python3 "$here/reactor.py" "$home/check" 0 "$(plugin check false)"
python3 "$here/reactor.py" "$home/early" 0 "$(plugin check true)"
python3 "$here/reactor.py" "$home/push" 0 "$(plugin push false)"
python3 "$here/reactor.py" "$home/bare-200" 200
python3 "$here/reactor.py" "$home/check-200" 200 "$(plugin check false)"
python3 "$here/reactor.py" "$home/early-200" 200 "$(plugin check true)"

# What Maven fetches at the first use is not to be timed.
for project in bare enforcer check early push; do
    quiet deploy -f "$home/$project/pom.xml" -Dregistry.skip
done
