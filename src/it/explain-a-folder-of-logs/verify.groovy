import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('4 logs, 3 with a failed push or pull')
assert log.contains('       2  credentials-missing')
assert log.count('cause     credentials-missing') == 1
assert log.count('cause     registry-unreachable-dns') == 1

def explanations = new JsonSlurper().parse(new File(basedir, 'target/registry/explanations.json'))
assert explanations*.source == ['a/one.log', 'a/two.log', 'b.log', 'c.log']
assert explanations*.cause == ['credentials-missing', 'credentials-missing', 'registry-unreachable-dns', 'unknown']
