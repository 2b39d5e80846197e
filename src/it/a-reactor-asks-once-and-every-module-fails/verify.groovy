import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

['first', 'second'].each { module ->
    def report = new JsonSlurper().parse(new File(basedir, module + '/target/registry/preflight.json'))
    assert report.images[0].checks.find { it.verdict == 'fail' }.cause == 'permission-denied'
    assert BuildLog.of(basedir) =~ /on project ${module}: a push would fail/
}
assert BuildLog.of(basedir).count('cause     permission-denied') == 1
assert BuildLog.of(basedir).count(', as told above') == 1
assert context.registry.requests().count { it.method() == 'POST' } == 1
context.registry.close()
