import groovy.json.JsonSlurper

def image = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
def check = { id -> image.checks.find { it.id == id } }

assert image.verdict == 'fail'
assert check('push-permission').cause == 'permission-denied'
assert check('push-permission').remedies[0].commands == [
        'gcloud artifacts repositories add-iam-policy-binding app --project=acme-prod --location=europe-west3'
                + ' --member=user:dev@example.com --role=roles/artifactregistry.writer']
context.cloud.close()
