import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
assert log.contains('RequireTargetRepositoryExists failed with message:')
assert log =~ /on project absent\b/
assert !(log =~ /on project there\b/)
assert log.contains('/team/ap does not exist')
assert log.contains('probably meant: team/app')
assert log.contains('aws ecr create-repository')
context.account.close()
