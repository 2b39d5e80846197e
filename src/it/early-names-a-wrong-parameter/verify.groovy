import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains("registry.probe is 'guess'; it takes upload or token")
assert !log.contains('install')
