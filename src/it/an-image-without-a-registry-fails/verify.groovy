import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('cause     invalid-image-reference')
assert log.contains('it means docker.io/library/app')
