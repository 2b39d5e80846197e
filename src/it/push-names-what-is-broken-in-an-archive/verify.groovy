import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
assert log.contains('app.tar')
assert log.contains('cut short')
assert !log.contains('\tat ')
assert context.registry.contents().isEmpty()
context.registry.close()
