io.github.registrymaven.it.Registries.start(basedir, context)
io.github.registrymaven.it.Repositories.without('registry-jib', localRepositoryPath, new File(basedir, 'repository').toPath())
return true
