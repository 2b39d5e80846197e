import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('port 5432 failed')
assert log.contains('it:a-rule') || log.contains('a-rule')
assert !log.contains('registry:')
