import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('Rule 0: io.github.registrymaven.enforcer.RequirePushAccess failed with message:')
['first', 'second'].each { assert log =~ /on project $it\b/ }
assert log.contains('permission-denied')
assert !log.contains('readers-word')
assert context.registry.requests().count { it.path().contains('/blobs/uploads/') } == 1
context.registry.close()
