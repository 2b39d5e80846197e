import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

assert BuildLog.of(basedir).count('registry: 1 image on 1 registry will be taken') == 2
assert context.registry.requests().every { !it.path().contains('other') }
// In the folder where the build was started, though the project there was none of those that were built.
def report = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json'))
assert report.images*.repository == ['team/app']
context.registry.close()
