import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

// The machine first, then the images, then what to do first.
assert log =~ /(?m)^this machine\n  ok      java {15}Java /
['skip    docker-daemon', ' settings-servers', 'ok      login-files', 'ok      credential-helpers', 'ok      proxy',
    'ok      trust-store', 'ok      clock', 'ci-runner'].each { assert log.contains(it) }
assert log =~ /(?s)this machine.*push-permission.*0 of 2 images would be taken.*do first: \S+\/team\/app refuses pushes from reader/

['ok      image-name', 'ok      registry-reachable', 'ok      login', 'ok      repository', 'FAIL    push-permission',
    'skip    tag', 'FAIL    image-name', '0 of 2 images would be taken'].each { assert log.contains(it) }
context.registry.close()
