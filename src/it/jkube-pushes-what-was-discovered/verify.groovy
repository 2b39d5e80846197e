import groovy.json.JsonSlurper
import io.github.registrymaven.it.Pushed

assert Pushed.to(context.registry) == Pushed.announced(basedir, 'target/registry')

def found = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images
assert found.collect { it.repository + ':' + it.tag } == [
        'team/jkube_in.jib-mode:2.0-build.5', 'team/jkube_in.jib-mode:typed', 'team/jkube_in.jib-mode:of-the-pom',
        'team/jkube_in.jib-mode:of-the-image', 'team/named:latest']
context.registry.close()
