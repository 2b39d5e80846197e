import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def image = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
def check = { id -> image.checks.find { it.id == id } }
def name = image.host + '/' + image.repository

assert image.verdict == 'fail'
assert image.checks.find { it.verdict == 'fail' }.cause == 'permission-denied'
// The login does not say whose it is; the registry's refusal does.
assert image.identity.name == 'arn:aws:iam::123456789012:user/ci'
assert log.contains('refuses pushes from arn:aws:iam::123456789012:user/ci')
def remedy = image.checks.find { it.verdict == 'fail' }.remedies[0]
assert remedy.title == 'Allow the user ci just that'
assert remedy.files[0].content.contains('"Action": ["ecr:InitiateLayerUpload"]')
assert remedy.files[0].content.contains('repository/team/app"')
def account = context.account
assert !account.registry().contents().any { it.startsWith('blob') }
account.close()
