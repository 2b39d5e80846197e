import io.github.registrymaven.it.BuildLog

assert BuildLog.of(basedir).contains('nothing to check: app names images in <images>, and Maven runs a goal that is typed in parent only')
assert BuildLog.of(basedir).contains('mvn -pl :app io.github.registrymaven:registry-maven-plugin:check')
