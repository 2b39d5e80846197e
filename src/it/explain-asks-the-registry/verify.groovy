import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('Asked just now, the registry tells which it')

def explanation = new JsonSlurper().parse(new File(basedir, 'target/registry/explanations.json'))[0]
assert explanation.cause == 'credentials-rejected'
assert explanation.confidence == 'certain'
assert explanation.alternatives.contains('permission-denied')
context.registry.close()
