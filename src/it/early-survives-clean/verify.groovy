import groovy.json.JsonSlurper

// The last goal of all was to clean.
def report = new JsonSlurper().parse(new File(basedir, 'target/registry/preflight.json'))
assert report.verdict == 'pass'
assert report.images.size() == 1
context.registry.close()
