import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log =~ /team\/three: ecr, 3 images at \S+: 3 keep/
assert log.contains('rule 1 keeps the newest 5 images')
assert log =~ /team\/app: ecr, 0 images at \S+: nothing to do/
assert log.contains('a lifecycle policy is not set: nothing is ever deleted by itself')
assert log.contains('offline: no cloud is asked what lies in its repositories')
assert log =~ /nothing was simulated: \S+\/team\/absent does not exist/

def fates = new JsonSlurper().parse(new File(basedir, 'target/registry/lifecycle.json'))
assert fates.collect { it.tags[0] }.toSet() == ['1.0', '1.1', '1.2'].toSet()
assert fates.every { it.action == 'keep' && it.rule == '1' }
context.account.close()
