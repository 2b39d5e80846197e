import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert !log.contains('WARN')
assert context.account.counts()['ecr:DescribeRepositories'] == 1
context.account.close()
