import groovy.json.JsonSlurper

['.', 'first', 'second'].each {
    def report = new JsonSlurper().parse(new File(basedir, "$it/target/registry/preflight.json"))
    assert report.images[0].checks.find { it.verdict == 'fail' }.cause == 'permission-denied'
}
assert context.registry.requests().count { it.path().contains('/blobs/uploads/') } == 1
context.registry.close()
