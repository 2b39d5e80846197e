import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/registry/push.json'))
def requests = context.registry.requests()

// The second build's report: what it found is what the first one left.
assert report.images[0].digest == context.digest
assert report.images[0].unchanged
assert report.images[0].bytesSent == 0
assert context.registry.contents().any { it.contains(context.digest) }
assert requests.count { it.method() == 'PUT' && it.path().contains('/manifests/') } == 1
context.registry.close()
