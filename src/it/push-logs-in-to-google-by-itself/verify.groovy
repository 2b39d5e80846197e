import groovy.json.JsonSlurper

def checked = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
def pushed = new JsonSlurper().parse(new File(basedir, 'target/registry/push.json')).images[0]

assert checked.verdict == 'pass'
assert !checked.checks.any { it.id == 'google-login' }
assert pushed.verdict == 'pass'
assert pushed.identity.origin.startsWith('Application Default Credentials: ')
assert context.cloud.registry().contents().any { it.startsWith('tag ') }
context.cloud.close()
