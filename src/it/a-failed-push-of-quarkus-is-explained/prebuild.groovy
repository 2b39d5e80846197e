// What the resources plugin would do; without it the build downloads less.
def classes = new File(basedir, 'target/classes')
classes.mkdirs()
new File(classes, 'application.properties').text = new File(basedir, 'src/main/resources/application.properties').text

io.github.registrymaven.it.Registries.start(basedir, context)
