import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def host = context.account.registryHost()

assert log.contains("${host}/team/new needs 2 steps")
assert log.contains("aws ecr create-repository --region eu-central-1 --registry-id 123456789012 --repository-name team/new --image-tag-mutability IMMUTABLE --image-scanning-configuration scanOnPush=true")
assert log.contains('2 steps are planned and not done; -Dregistry.apply does them')
assert log.contains('team/new: ecr:CreateRepository is done')
assert log.contains('2 of 2 steps are done')
assert log.contains("${host}/team/new needs nothing")
assert log.contains('nothing is to be done')
assert context.account.counts()['ecr:CreateRepository'] == 1
assert context.account.counts()['ecr:PutLifecyclePolicy'] == 1
context.account.close()
