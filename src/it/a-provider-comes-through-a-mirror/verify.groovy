import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/registry/push.json'))

assert context.registry.contents().any { it == "tag team/app:1.0 ${report.images[0].digest}" }
assert new File(basedir, 'repository/io/github/registrymaven/registry-jib').isDirectory()
context.registry.close()
