import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('# The tag may not be moved')
assert log.contains('- Push under a new tag instead of TAG')
assert log.contains("registry.cause is 'bad-luck'; what is known: admin-user-disabled, ")
assert log.contains("registry.cause is 'tag-imutable'; the nearest known name is tag-immutable")
assert log.contains('there is nothing to explain. Give a text')
assert log.contains('absent.log, and there is no such file or folder')
assert !log.contains('\tat ')
