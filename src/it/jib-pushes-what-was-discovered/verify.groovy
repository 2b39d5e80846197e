import groovy.json.JsonSlurper
import io.github.registrymaven.it.Pushed

def report = { folder -> new JsonSlurper().parse(new File(basedir, "$folder/preflight.json")) }

// Both runs: each image found is in the registry, and nothing else is.
assert Pushed.to(context.registry) == Pushed.announced(basedir, 'target/registry', 'target/typed')

def found = report('target/registry').images
assert found.collect { it.repository + ':' + it.tag } == [
        'team/tagged:1.0', 'team/tagged:stable', 'team/tagged:1.0-extra', 'team/untagged:latest',
        'team/listed:1', 'team/listed:2', 'team/listed:1.0-listed']
assert found[0].foundIn == 'jib-maven-plugin:build (execution with-tags, <to><image>)'
assert found[1].foundIn == 'jib-maven-plugin:build (execution with-tags, <to><tags>)'
assert found.every { it.identity.origin == '<to><auth> of jib-maven-plugin' }

// The POM has the password; neither our report nor the log repeats it.
assert !new File(basedir, 'target/registry/preflight.json').text.contains('publishers-word')
assert !new File(basedir, 'build.log').text.contains('publishers-word')

def typed = report('target/typed').images
assert typed*.tag == ['latest', '3', '4']
assert typed[0].foundIn == 'jib-maven-plugin:build (execution with-tags, image on the command line)'
context.registry.close()
