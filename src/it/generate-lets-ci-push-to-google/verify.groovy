import io.github.registrymaven.it.BuildLog

def folder = new File(basedir, 'target/registry/generated')
def text = { new File(folder, it).text }
def log = BuildLog.of(basedir)

def identity = text('google/create-identity-github.sh')
assert identity.contains("assertion.repository == 'acme/shop' && assertion.ref == 'refs/heads/main'")
assert identity.contains('repositories add-iam-policy-binding app --project=acme-prod --location=europe-west3')
assert identity.contains('repositories add-iam-policy-binding gcr.io --project=acme-prod --location=us')
assert text('google-acme-prod/artifact-registry.tf').contains('immutable_tags = true')
assert text('google-acme-prod/artifact-registry.tf').contains('immutable_tags = false')
assert text('github-actions.yml').contains('service_account: push-shop@acme-prod.iam.gserviceaccount.com')
assert !new File(folder, 'gitlab-ci.yml').exists()
assert log.contains('wrote github-actions.yml: pushes from GitHub Actions, without a stored key')
assert log.contains('note: gcr.io: its tags are left to move')
