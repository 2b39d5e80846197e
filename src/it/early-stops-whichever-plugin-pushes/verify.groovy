import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log =~ /(?m)^a push would fail, so the build stops before install:install of early-stops-whichever-plugin-pushes: registry.example.com\/other\/service /
assert !new File(basedir, 'target/deployed').exists()

def image = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
assert image.reference == 'registry.example.com/other/service:1'
assert image.foundIn.contains('jib-maven-plugin')
context.registry.close()
