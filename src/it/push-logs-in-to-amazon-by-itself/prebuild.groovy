io.github.registrymaven.it.Accounts.start(basedir, context)
io.github.registrymaven.it.Images.dockerArchive(new File(basedir, 'app.tar').toPath())
return true
