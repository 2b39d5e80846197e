import io.github.registrymaven.it.BuildLog

assert context.registry.contents().any { it.startsWith('tag team/app:1.0 ') }
assert context.proxy.headers().any { it.startsWith("CONNECT ${context.base} ") }
assert context.proxy.headers().any { it.startsWith("GET http://${context.base}/v2/team/base/manifests/sha256:") }
assert context.proxy.headers().every { it.contains(" ${context.base} ") || it.contains("://${context.base}/") }

def log = BuildLog.of(basedir)
assert log.contains(context.base)
def login = ('joe' + ':' + 'planted-in-proxy').bytes.encodeBase64().toString()
assert !log.contains('planted-in-proxy') && !log.contains(login)
context.proxy.close()
context.registry.close()
