import groovy.json.JsonSlurper

def pushed = new JsonSlurper().parse(new File(basedir, 'target/registry/push.json')).images[0]
def checked = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json')).images[0]

assert checked.digest == pushed.digest
assert checked.verdict == 'pass'
context.registry.close()
