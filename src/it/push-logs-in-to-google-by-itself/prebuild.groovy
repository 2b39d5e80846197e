io.github.registrymaven.it.GoogleProjects.start(basedir, context)
io.github.registrymaven.it.Images.dockerArchive(new File(basedir, 'app.tar').toPath())
return true
