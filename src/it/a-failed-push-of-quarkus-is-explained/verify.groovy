import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def from = log.indexOf("registry: what the failure of quarkus-maven-plugin:build (application) of a-failed-push-of-quarkus-is-explained means")
assert from > log.indexOf('BUILD FAILURE') && from < log.lastIndexOf('Failed to execute goal')
def paragraph = log.substring(from, log.indexOf('    more ', from))
assert paragraph.contains('cause     credentials-rejected')
assert paragraph.contains('incorrect username or password')
assert !log.contains('not-the-word')
context.registry.close()
