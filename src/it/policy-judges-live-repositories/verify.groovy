import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def verdicts = new JsonSlurper().parse(new File(basedir, 'target/left/policy.json')).collectEntries { [it.rule, it.verdict] }

assert verdicts == [
    banMovingTags: 'pass',
    requireTagImmutability: 'fail',
    requireLifecyclePolicy: 'fail',
    requireTagSurvives: 'pass',
    banLifecycleConflicts: 'not-applicable',
    requireImageScanning: 'fail',
    requireRegistryEncryption: 'pass',
    banPublicRegistry: 'fail',
    banRegistryAdminUser: 'not-applicable']
assert log.contains('3 pass, 4 fail, 2 not-applicable; all in target/left/policy.json')
assert log.contains("registry.policyLevel is 'best'; it takes minimum, good or strict")
context.account.close()
