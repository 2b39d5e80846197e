import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def image = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
def check = { id -> image.checks.find { it.id == id } }

assert image.verdict == 'warn'
assert check('login').verdict == 'pass'
assert check('push-permission').verdict == 'pass'
assert check('aws-identity').summary == 'AWS knows this build as arn:aws:iam::123456789012:user/ci'
assert check('aws-login').remedies[0].commands[0].contains('aws ecr get-login-password --region eu-central-1 | docker login')
// The module comes in on demand, and is no part of the plugin's realm.
assert !(BuildLog.of(basedir) =~ /Included:\s+\S+:registry-aws:/)
assert !BuildLog.of(basedir).contains('SLF4J')
assert context.account.counts()['sts:GetCallerIdentity'] == 1
context.account.close()
