io.github.registrymaven.it.Registries.start(basedir, context)
io.github.registrymaven.testkit.SmallImage.write(new File(basedir, 'image').toPath())
new File(basedir, 'push.sh').setExecutable(true)
return true
