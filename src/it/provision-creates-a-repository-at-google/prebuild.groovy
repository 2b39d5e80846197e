io.github.registrymaven.it.GoogleProjects.start(basedir, context, 'roles/artifactregistry.admin', {})
return true
