import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
assert log.contains("${context.account.registryHost()}: logged in as AWS, from AWS, with the credentials from JVM properties, until ")
assert log.contains('target/registry/docker until the build ends')
assert log.contains('localhost:1')
assert !new File(basedir, 'target/registry/docker').exists()
assert context.account.counts() == ['ecr:GetAuthorizationToken': 1L]
context.account.close()
