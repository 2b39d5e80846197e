import groovy.json.JsonSlurper

def checked = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
def pushed = new JsonSlurper().parse(new File(basedir, 'target/registry/push.json')).images[0]

assert checked.verdict == 'pass'
assert !checked.checks.any { it.id == 'azure-login' }
assert pushed.verdict == 'pass'
assert pushed.identity.origin == 'Azure, with the identity from environment variables'
assert context.azure.registry().contents().any { it.contains('team/app') }
context.azure.close()
