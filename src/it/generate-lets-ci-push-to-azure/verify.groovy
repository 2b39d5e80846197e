import io.github.registrymaven.it.BuildLog

def folder = new File(basedir, 'target/registry/generated')
def text = { new File(folder, it).text }
def log = BuildLog.of(basedir)

assert text('azure-acmeprod/push-condition.txt').contains("StringEqualsIgnoreCase 'team/app'")
assert text('azure-acmeprod/create-identity-github.sh').contains('--role AcrPush --scope "$registry"')
assert text('azure-acmeprod/create-identity-github.sh').contains('--role "Container Registry Repository Writer"')
assert text('azure-acmeprod/push.bicep').contains("subject: 'repo:acme/shop:ref:refs/heads/main'")
assert text('azure-acmeprod/push.tf').contains('resource "azurerm_role_assignment" "push"')
assert text('github-actions.yml').contains('az acr login --name acmeprod')
assert !new File(folder, 'gitlab-ci.yml').exists()
assert log.contains('wrote github-actions.yml: pushes from GitHub Actions, without a stored key')
assert log.contains('note: acmeprod.azurecr.io: whether its roles are assigned on the registry (AcrPush')
