import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('europe-west3-docker.pkg.dev/acme-prod/new needs 1 step')
assert log.contains('gcloud artifacts repositories create new --project=acme-prod --location=europe-west3 --repository-format=docker --immutable-tags')
assert log.contains('1 step is planned and not done; -Dregistry.apply does it')
assert log.contains('acme-prod/new: artifactregistry.repositories.create is done')
assert log.contains('1 of 1 step is done')
assert log.contains('nothing is to be done')
assert context.cloud.counts()['artifactregistry.repositories.create'] == 1
assert context.cloud.repositories() == ['europe-west3/app', 'europe-west3/new']
context.cloud.close()
