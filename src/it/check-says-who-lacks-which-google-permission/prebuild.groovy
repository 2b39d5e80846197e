io.github.registrymaven.it.GoogleProjects.start(basedir, context, 'roles/artifactregistry.reader', {})
return true
