import groovy.json.JsonSlurper

def image = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
def check = { id -> image.checks.find { it.id == id } }

assert image.verdict == 'fail'
assert check('push-permission').cause == 'permission-denied'
assert check('push-permission').remedies[0].commands == [
        "az role assignment create --assignee-object-id ${context.azure.objectId('ci')} --assignee-principal-type ServicePrincipal"
                + " --role \"AcrPush\" --scope ${context.azure.resourceId()}"]
context.azure.close()
