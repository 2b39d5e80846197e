import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

assert BuildLog.of(basedir).contains('registry: 1 image on 1 registry will be taken')
def report = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json'))
assert report.images*.repository == ['team/published']
assert report.images*.tag == ['2.7']
assert report.images*.identity*.name == ['publisher']
context.registry.close()
