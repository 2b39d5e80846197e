import groovy.json.JsonOutput

io.github.registrymaven.it.Registries.start(basedir, context)
new File(basedir, 'docker').mkdirs()
new File(basedir, 'docker/config.json').text = JsonOutput.toJson([auths: [
    (context.registry.host()): [auth: 'publisher:publishers-word'.bytes.encodeBase64().toString()],
]])
return true
