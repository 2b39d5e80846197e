io.github.registrymaven.it.Accounts.startWithRepositories(basedir, context)
io.github.registrymaven.it.Images.ociLayout(new File(basedir, 'image').toPath())
return true
