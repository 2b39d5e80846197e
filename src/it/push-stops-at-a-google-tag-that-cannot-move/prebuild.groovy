io.github.registrymaven.it.Images.ociLayout(new File(basedir, 'image').toPath())
io.github.registrymaven.it.GoogleProjects.start(basedir, context, 'roles/artifactregistry.writer',
        { it.immutableTags().image('web:1.0') })
return true
