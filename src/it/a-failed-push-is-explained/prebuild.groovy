io.github.registrymaven.it.Registries.start(basedir, context)
new File(basedir, 'with-jib/target/classes').mkdirs()
return true
