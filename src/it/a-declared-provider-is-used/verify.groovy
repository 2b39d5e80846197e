import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def report = new JsonSlurper().parse(new File(basedir, 'target/registry/push.json'))

assert context.registry.contents().any { it == "tag team/app:1.0 ${report.images[0].digest}" }
assert BuildLog.of(basedir) =~ /Included:\s+\S+:registry-jib:/
context.registry.close()
