import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('registry.example.com/team/app:1.0 would be taken, as publisher')
// The check comes first, so it has nothing to warn of.
assert !log.contains('comes too late')
context.registry.close()
