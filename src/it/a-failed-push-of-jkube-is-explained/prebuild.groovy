import groovy.json.JsonOutput

io.github.registrymaven.it.Registries.startWithDaemon(basedir, context)
// The same registry under another name, for another login.
def other = context.registry.host().replace('127.0.0.1', 'localhost')
new File(basedir, 'test.properties') << "it.other-name = $other\n"
def login = { [auth: it.bytes.encodeBase64().toString()] }
new File(basedir, 'docker').mkdirs()
new File(basedir, 'docker/config.json').text = JsonOutput.toJson([auths: [
    (context.registry.host()): login('reader:readers-word'),
    (other): login('publisher:not-the-word'),
]])
return true
