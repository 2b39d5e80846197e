import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('/team/app cannot be pushed: the credentials file ')
assert log.contains('config.json')
assert log =~ /line \d+/
assert !log.contains('\tat ')
context.registry.close()
