import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

// A goal that is typed is run once, for all modules: two of them push, the parent and "none" do not.
def images = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images
assert images*.repository == ['team/one', 'team/other']
assert images*.verdict == ['pass', 'pass']

// By the profile, and by the parent's name for every module.
assert images[0].tag == 'release-7'
assert images[0].foundIn == 'docker-maven-plugin:push (execution images, <image><name>)'

// The module names another image, and has no tag of the profile: a time stamp, which nobody knows yet.
assert images[1].tag == null && images[1].tagImplied == null
assert images[1].checks.find { it.stage == 'tag' }.summary == 'its tag is not known before the build: %t is a time stamp'

assert BuildLog.of(basedir).count('takes its images from a file of another kind') == 1
assert context.registry.contents().isEmpty()
context.registry.close()
