new File(basedir, 'target/classes').mkdirs()
io.github.registrymaven.it.Registries.start(basedir, context)

new File(basedir, 'typed.properties').text = """it.registry = ${context.registry.host()}
image = ${context.registry.host()}/team/typed
jib.to.image = ${context.registry.host()}/team/outranked
jib.to.tags = 3,4
"""
return true
