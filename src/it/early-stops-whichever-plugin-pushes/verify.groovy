import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log =~ /(?m)^a push would fail, so the build stops before jib:build of service: registry.example.com\/other\/service /
assert context.registry.contents().isEmpty()

def image = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]
assert image.reference == 'registry.example.com/other/service:1'
assert image.foundIn.contains('jib-maven-plugin')
context.registry.close()
