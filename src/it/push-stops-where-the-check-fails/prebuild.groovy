io.github.registrymaven.it.Registries.start(basedir, context)
context.put('id', io.github.registrymaven.it.Images.dockerArchive(new File(basedir, 'app.tar').toPath()))
return true
