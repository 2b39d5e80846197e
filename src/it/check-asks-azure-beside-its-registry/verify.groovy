import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def image = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
def check = { id -> image.checks.find { it.id == id } }

assert image.verdict == 'warn'
assert check('azure-login').remedies[0].commands == ['az acr login --name contoso']
assert check('azure-identity').summary.startsWith('Azure knows this build as the application ')
assert check('push-actions').evidence.contains("asked for pull and push, the registry's token grants metadata_read, pull, push")
// The module comes in on demand, and is no part of the plugin's realm.
assert !(BuildLog.of(basedir) =~ /Included:\s+\S+:registry-azure:/)
assert !BuildLog.of(basedir).contains('SLF4J')
// One token for the login, one for Resource Manager.
assert context.azure.requests().count { it.path().contains('/oauth2/v2.0/token') } == 2
context.azure.close()
