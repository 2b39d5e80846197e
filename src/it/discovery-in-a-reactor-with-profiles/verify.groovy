import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def images = { module -> new JsonSlurper().parse(new File(basedir, "$module/target/registry/preflight.json")).images }

// By the profile, and by the parent's name for every module.
def one = images('one')
assert one.collect { it.repository + ':' + it.tag } == ['team/one:release-7']
assert one[0].foundIn == 'docker-maven-plugin:push (execution images, <image><name>)'
assert one[0].verdict == 'pass'

// The module names another image, and has no tag of the profile: a time stamp, which nobody knows yet.
def two = images('two')
assert two*.repository == ['team/other']
assert two[0].tag == null && two[0].tagImplied == null
assert two[0].checks.find { it.stage == 'tag' }.summary == 'its tag is not known before the build: %t is a time stamp'

// Nothing is configured to be pushed.
assert !new File(basedir, 'target/registry/preflight.json').exists()
assert !new File(basedir, 'none/target/registry/preflight.json').exists()

assert BuildLog.of(basedir).count('takes its images from a file of another kind') == 1
assert context.registry.contents().isEmpty()
context.registry.close()
