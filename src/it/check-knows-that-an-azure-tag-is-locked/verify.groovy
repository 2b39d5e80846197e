import groovy.json.JsonSlurper

def image = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
def check = { id -> image.checks.find { it.id == id } }

assert image.verdict == 'fail'
assert check('tag').cause == 'tag-immutable'
assert check('tag').evidence.contains('writeEnabled of the tag is false')
assert check('tag').remedies[0].commands[0].startsWith('az acr repository update --name contoso --image team/app:1.0')
context.azure.close()
