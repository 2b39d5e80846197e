import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('requireTagImmutability: offline, no cloud was asked')
assert context.account.counts().isEmpty()
context.account.close()
