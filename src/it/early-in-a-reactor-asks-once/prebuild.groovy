io.github.registrymaven.it.Registries.start(basedir, context)

def names = (1..12).collect { "module-$it" }
names.each { name ->
    def folder = new File(basedir, name)
    folder.mkdirs()
    new File(folder, 'pom.xml').text = """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent><groupId>it</groupId><artifactId>early-in-a-reactor-asks-once</artifactId><version>1</version></parent>
          <artifactId>$name</artifactId>
          <packaging>pom</packaging>
          <properties><registry.images>\${it.registry}/team/$name:1.0</registry.images></properties>
        </project>""".trim()
}
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('<!-- prebuild.groovy adds twelve -->', names.collect { "<module>$it</module>" }.join())
return true
