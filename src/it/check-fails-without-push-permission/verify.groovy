import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def report = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json'))

assert report.verdict == 'fail'
assert report.images[0].checks.find { it.verdict == 'fail' }.cause == 'permission-denied'
assert log.contains('permission-denied')
assert log.contains('reader')
assert !log.contains('readers-word')
assert context.registry.contents().isEmpty()
context.registry.close()
