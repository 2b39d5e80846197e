import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log =~ /registry-jib:\S+ is needed, and not in the local repository; Maven is offline/
assert log =~ /<artifactId>registry-jib<\/artifactId>\s+<version>\S+<\/version>/
assert context.registry.contents().isEmpty()
context.registry.close()
