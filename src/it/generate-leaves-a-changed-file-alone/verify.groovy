import io.github.registrymaven.it.BuildLog

def folder = new File(basedir, 'target/registry/generated')
def text = { new File(folder, it).text }
def log = BuildLog.of(basedir)

assert text('aws-123456789012/push-policy.json') == '{"mine": true}'
assert log.contains('aws-123456789012/push-policy.json was changed since it was generated, and is kept as it is')
assert text('aws-123456789012/trust-policy-github.json').contains('"repo:acme/shop:ref:refs/heads/main"')
assert text('aws-123456789012/eu-central-1/ecr.tf').contains('image_tag_mutability = "IMMUTABLE"')
assert text('github-actions.yml').contains('role-to-assume: arn:aws:iam::123456789012:role/push-shop')
assert !new File(folder, 'gitlab-ci.yml').exists()
assert log.contains('wrote github-actions.yml: pushes from GitHub Actions, without a stored key')
