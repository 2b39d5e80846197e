import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def pushed = new JsonSlurper().parse(new File(basedir, 'target/registry/push.json')).images[0]
def held = context.registry.contents()

assert pushed.verdict == 'pass'
assert held.any { it.contains('team/app') && it.contains('1.0') && it.contains(pushed.digest) }
assert held.any { it.contains(context.id) }
assert !held.any { it.contains('upload') && !it.contains('blob') }
assert BuildLog.of(basedir).contains(pushed.digest)
context.registry.close()
