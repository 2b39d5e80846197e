import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def image = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]

assert BuildLog.of(basedir).contains('the name is fine, its registry was not asked (offline)')
assert image.checks.find { it.id == 'image-name' }.verdict == 'pass'
assert image.checks.findAll { it.id != 'image-name' }.every { it.verdict == 'skipped' && it.summary == 'offline' }
assert context.registry.requests().isEmpty()
context.registry.close()
