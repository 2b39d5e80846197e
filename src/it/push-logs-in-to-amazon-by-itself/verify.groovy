import groovy.json.JsonSlurper

def checked = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
def pushed = new JsonSlurper().parse(new File(basedir, 'target/registry/push.json')).images[0]

assert checked.verdict == 'pass'
assert !checked.checks.any { it.id == 'aws-login' }
assert pushed.verdict == 'pass'
assert pushed.identity.origin == 'AWS, with the credentials from JVM properties'
// The push's own preflight takes the answer of the check.
assert context.account.counts()['sts:GetCallerIdentity'] == 1
context.account.close()
