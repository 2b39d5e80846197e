io.github.registrymaven.it.Images.ociLayout(new File(basedir, 'heavy/image').toPath())
return true
