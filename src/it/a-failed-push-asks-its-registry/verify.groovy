import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def said = log.substring(log.indexOf('registry: what the failure of jib-maven-plugin:build (push)'))

assert said.replaceAll(/\s+/, ' ').contains('Asked just now')
assert said.contains('cause     permission-denied, certain')
assert !log.contains('readers-word')
context.registry.close()
