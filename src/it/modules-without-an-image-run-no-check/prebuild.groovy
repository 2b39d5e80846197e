io.github.registrymaven.it.Registries.start(basedir, context)
