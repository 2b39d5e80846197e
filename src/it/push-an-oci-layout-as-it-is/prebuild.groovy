io.github.registrymaven.it.Registries.start(basedir, context)
context.put('digest', io.github.registrymaven.it.Images.ociLayout(new File(basedir, 'image').toPath()))
return true
