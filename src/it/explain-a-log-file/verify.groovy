import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('docker.io/team/app:1.0 has no room left for this project')
assert log.contains('cause     quota-exceeded, certain')
assert !log.contains('HushForMe')

def file = new File(basedir, 'target/registry/explanations.json')
assert !file.text.contains('HushForMe')
def explanation = new JsonSlurper().parse(file)[0]
assert explanation.source == 'push.log'
assert explanation.cause == 'quota-exceeded'
assert explanation.facts.operation == 'push'
