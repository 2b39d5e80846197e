io.github.registrymaven.it.Registries.start(basedir, context)
io.github.registrymaven.it.Repositories.hollow('registry-jib', '0.0.1', new File(basedir, 'repository').toPath())
return true
