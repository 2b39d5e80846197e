import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def checked = (log =~ /:check \(inherited\) @ (\S+)/).collect { it[1] }

assert checked == ['parent', 'app', 'made', 'program', 'own'] + ['library', 'app', 'made', 'program', 'own']
assert ['app', 'made'].every { module ->
    def report = new JsonSlurper().parse(new File(basedir, "$module/target/registry/preflight.json"))
    report.verdict == 'pass' && report.images*.repository == ["team/$module"]
}
assert log.count('no image is named or pushed here: nothing to check') == 6
assert log.count('-Dregistry.faillOn has no effect') == 1
context.registry.close()
