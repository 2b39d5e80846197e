import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

// The whole block once, and one sentence of Maven's own error, that blames no goal which had no part in it.
assert log.count('cause     permission-denied') == 1
assert log.contains("registry: 0 of 1 image on 1 registry will be taken")
assert log =~ /(?m)^a push would fail, so the build stops before enforcer:enforce of early-stops-\S+: \S+\/team\/service refuses pushes from reader \(permission-denied\)/
assert !log.contains('Failed to execute goal')

// Nothing was done, and nothing published.
assert !log.contains('AlwaysPass')
assert !new File(basedir, 'target/deployed').exists()

def report = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json'))
assert report.images*.reference == [context.registry.host() + '/team/service:1.0']
assert report.verdict == 'fail'
context.registry.close()
