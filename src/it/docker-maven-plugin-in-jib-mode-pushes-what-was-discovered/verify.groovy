import groovy.json.JsonSlurper
import io.github.registrymaven.it.Pushed

assert Pushed.to(context.registry) == Pushed.announced(basedir, 'target/registry')

def found = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images
assert found.collect { it.repository + ':' + it.tag } == [
        'team/docker_in.jib-mode:latest', 'team/docker_in.jib-mode:2.0-SNAPSHOT', 'team/named:1', 'team/named:2', 'team/named:3']
assert found[0].foundIn == 'docker-maven-plugin:push (execution to-the-registry, <image><name>)'
assert found.every { it.identity.origin == '<authConfig><push> of docker-maven-plugin' }
context.registry.close()
