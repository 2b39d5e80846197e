io.github.registrymaven.it.GoogleProjects.start(basedir, context)
return true
