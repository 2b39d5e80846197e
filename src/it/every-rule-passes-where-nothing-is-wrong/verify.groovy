import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert !log.contains('WARN')
// One question to the cloud for all rules about repositories, and one of the preflight for the two that ask the registry.
assert context.account.counts()['ecr:DescribeRepositories'] == 2
context.account.close()

def judged = new JsonSlurper().parse(new File(basedir, 'target/registry/policy.json'))
assert judged.every { it.verdict in ['pass', 'not-applicable'] }
assert judged.collect { it.rule }.toSet().size() == 14
