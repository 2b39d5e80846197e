import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log =~ /registry-jib is declared in version 0\.0\.1, and the plugin is \S+: they have to be the same/
assert context.registry.contents().isEmpty()
context.registry.close()
