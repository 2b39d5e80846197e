import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

assert BuildLog.of(basedir).contains('registry: 1 image on 1 registry will be taken')
assert new File(basedir, 'service/.flattened-pom.xml').text.contains('2.7')

def report = new JsonSlurper().parse(new File(basedir, 'service/target/registry/preflight.json'))
assert report.images*.repository == ['team/flattened']
assert report.images*.tag == ['2.7']
assert report.verdict == 'pass'
// What the start asked serves the goal.
assert report.requests == 0
assert context.registry.requests().count { it.method() == 'POST' && it.path().contains('/uploads') } == 1
context.registry.close()
