import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def requests = context.registry.requests()

// One line for the whole reactor; that a goal had to wait may be said too.
assert log.readLines().findAll { it.startsWith('registry: ') && !it.contains(' waits for ') }.size() == 1
assert log =~ /(?m)^registry: 12 images on 1 registry will be taken \(\d+ ms\)$/
assert !log.contains('would be taken, as publisher')
assert !log.contains('comes too late')

// Each image once, though twelve check goals came later.
assert requests.count { it.method() == 'POST' && it.path().endsWith('/blobs/uploads/') } == 12
assert requests.count { it.method() == 'HEAD' && it.path().contains('/manifests/') } == 12

def report = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json'))
assert report.images.size() == 12
(1..12).each {
    def own = new JsonSlurper().parse(new File(basedir, "module-$it/target/registry/preflight.json"))
    assert own.requests == 0 && own.verdict == 'pass'
}
context.registry.close()
