io.github.registrymaven.it.Registries.start(basedir, context)
new File(basedir, 'target/classes').mkdirs()
return true
