def login = ('publisher' + ':' + 'planted-in-docker').bytes.encodeBase64().toString()
def written = new File(basedir, 'build.log').text + new File(basedir, 'target/registry/preflight.json').text

assert written.contains('credentials-rejected')
assert context.registry.requests().any { it.authorization() == 'Basic publisher' }
['planted-in-docker', login, 'not-the-word', 'planted-in-proxy'].each { assert !written.contains(it) }
context.registry.close()
