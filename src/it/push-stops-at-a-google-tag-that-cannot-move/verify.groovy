import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def image = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
def tag = image.checks.find { it.id == 'tag' }

assert image.verdict == 'fail'
assert tag.cause == 'tag-immutable'
assert tag.evidence.any { it.startsWith('the image to push is sha256:') }
assert BuildLog.of(basedir).contains('exists with another image, and cannot be moved')
assert !context.cloud.registry().requests().any { it.method() in ['PUT', 'PATCH'] }
assert !new File(basedir, 'target/registry/push.json').exists()
context.cloud.close()
