new File(basedir, 'target/classes').mkdirs()
io.github.registrymaven.it.Registries.start(basedir, context)
