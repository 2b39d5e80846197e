import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def image = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
def check = { id -> image.checks.find { it.id == id } }
def name = image.host + '/' + image.repository

assert image.verdict == 'fail'
assert check('tag').cause == 'tag-immutable'
assert check('tag').evidence.contains('the repository is IMMUTABLE_WITH_EXCLUSION except for dev-*')
assert log.contains(name + ':1.0 exists with another image, and cannot be moved')
def account = context.account
assert !account.registry().contents().any { it.startsWith('blob') }
account.close()
