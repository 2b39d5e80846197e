io.github.registrymaven.it.Registries.start(basedir, context)

def config = new File(basedir, 'docker/config.json')
def login = ('publisher' + ':' + 'planted-in-docker').bytes.encodeBase64().toString()
config.text = config.text.replace('@@HOST@@', context.registry.host()).replace('@@AUTH@@', login)
return true
