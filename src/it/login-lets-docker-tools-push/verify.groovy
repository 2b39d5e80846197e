import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
assert log.contains("${context.registry.host()}: logged in as publisher, from server \"publisher\" in settings.xml")
assert !log.contains('publishers-word')
assert new File(basedir, 'seen.txt').readLines() == ['700 docker', '600 docker/config.json']
assert context.registry.contents().any { it.contains('team/app') }
assert !new File(basedir, 'target/registry/docker').exists()
context.registry.close()
