import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def image = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
def check = { id -> image.checks.find { it.id == id } }

assert image.verdict == 'fail'
assert check('login').cause == 'credentials-missing'
assert check('azure-identity').summary.startsWith('Azure knows this build as the application ')
assert check('azure-identity').evidence.contains('the registry takes its token, and grants a push to team/app')
assert check('azure-identity').remedies[0].commands == ['az acr login --name contoso']
// The module comes in on demand, and is no part of the plugin's realm.
assert !(BuildLog.of(basedir) =~ /Included:\s+\S+:registry-azure:/)
assert !BuildLog.of(basedir).contains('SLF4J')
assert context.azure.requests().count { it.path().contains('/oauth2/v2.0/token') } == 1
context.azure.close()
