import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def image = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
def check = { id -> image.checks.find { it.id == id } }
def name = image.host + '/' + image.repository

assert image.verdict == 'fail'
assert check('repository').cause == 'repository-not-found'
assert check('repository').evidence.contains('probably meant: team/app')
assert check('repository').remedies[0].commands[0].contains('aws ecr create-repository --region eu-central-1')
assert log.contains(name + ' does not exist')
def account = context.account
// On Amazon an upload may be what creates a repository.
assert !account.registry().requests().any { it.method() == 'POST' }
assert !account.registry().contents().any { it.startsWith('blob') }
account.close()
