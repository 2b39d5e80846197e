import groovy.json.JsonSlurper
import io.github.registrymaven.it.Pushed

assert Pushed.to(context.registry) == Pushed.announced(basedir, 'target/registry')

def found = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images
assert found.collect { it.repository + ':' + it.tag } == [
        'team/application:3.1-final', 'team/application:one', 'team/application:two']
assert found[0].foundIn == 'quarkus-maven-plugin:build (execution application, quarkus.container-image.name)'
assert found.every { it.identity.name == 'publisher' }
context.registry.close()
