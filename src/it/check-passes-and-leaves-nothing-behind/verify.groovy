import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def report = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json'))

assert report.verdict == 'pass'
assert report.images[0].identity.name == 'publisher'
assert log.contains(context.registry.host() + '/team/app')
assert context.registry.requests().any { it.method() == 'POST' && it.path().contains('/blobs/uploads/') }
assert context.registry.contents().isEmpty()
context.registry.close()
