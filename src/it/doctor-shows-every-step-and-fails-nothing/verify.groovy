import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

['ok      image-name', 'ok      registry-reachable', 'ok      login', 'ok      repository', 'FAIL    push-permission',
    'skip    tag', 'FAIL    image-name', '0 of 2 images would be taken'].each { assert log.contains(it) }
context.registry.close()
