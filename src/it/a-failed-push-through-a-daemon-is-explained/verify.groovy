import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def host = context.registry.host()
def paragraph = { goal, module ->
    def from = log.indexOf("registry: what the failure of $goal of $module means (Maven's own error follows)")
    assert from > log.indexOf('BUILD FAILURE') && from < log.lastIndexOf('Failed to execute goal')
    log.substring(from, log.indexOf('    more ', from)).replaceAll(/\s+/, ' ')
}

[
    'with-micronaut'          : 'micronaut-maven-plugin:docker-push (push)',
    'with-docker-maven-plugin': 'docker-maven-plugin:push (push)',
].each { module, goal ->
    def said = paragraph(goal, module)
    assert said.contains("$host/team/$module:1.0 refuses the push: this identity may not write there")
    assert said.contains('cause permission-denied, certain')
    assert said.contains('denied: requested access to the resource is denied')
    // The registry itself was asked, with the login of the push.
    assert said.contains("refuses pushes from reader (POST http://$host/v2/team/$module/blobs/uploads/ answered 401")
    assert said.contains("fix - Ask whoever runs $host to allow reader to push to team/$module")
}
// Micronaut reads the configuration of another plugin.
assert paragraph('micronaut-maven-plugin:docker-push (push)', 'with-micronaut').contains('<to><auth> of jib-maven-plugin')
// The words of the daemon are Maven's own error still.
assert log.contains('Could not push image: denied: requested access to the resource is denied')
assert !log.contains('readers-word')
context.registry.close()
