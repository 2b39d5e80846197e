import groovy.json.JsonSlurper

def image = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
def check = { id -> image.checks.find { it.id == id } }

assert image.verdict == 'fail'
assert check('tag').cause == 'tag-immutable'
assert check('tag').evidence.any { it.contains('dockerConfig.immutableTags') }
context.cloud.close()
