import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def report = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json'))

assert report.images[0].checks.find { it.verdict == 'fail' }.cause == 'credentials-rejected'
assert log.contains('server "mistaken" in settings.xml')
assert !log.contains('not-the-word')
context.registry.close()
