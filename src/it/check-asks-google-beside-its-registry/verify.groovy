import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def image = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
def check = { id -> image.checks.find { it.id == id } }

assert image.verdict == 'fail'
assert image.identity.name == 'dev@example.com'
assert check('google-identity').summary == 'the push is by dev@example.com'
// Somebody is to push it by a tool of which the build does not know whether it takes these credentials.
assert check('google-login').remedies[0].commands == ['gcloud auth configure-docker europe-west3-docker.pkg.dev']
assert check('repository').cause == 'repository-not-found'
assert check('repository').evidence.contains('probably meant: app')
assert check('repository').remedies[0].commands[0].startsWith(
        'gcloud artifacts repositories create appp --project=acme-prod --location=europe-west3')
// The module comes in on demand, and is no part of the plugin's realm.
assert !(BuildLog.of(basedir) =~ /Included:\s+\S+:registry-google:/)
assert context.cloud.counts()['artifactregistry.repositories.testIamPermissions'] == 1
assert context.cloud.registry().contents().findAll { !it.startsWith('upload ') }.isEmpty()
context.cloud.close()
