io.github.registrymaven.it.Registries.startWithDaemon(basedir, context)
