import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('team/app refuses the push: this identity may not write there')
assert log.contains('cause     permission-denied, certain')
assert log.contains('aws iam put-user-policy --user-name ci --policy-name push-team-app --policy-document file://policy.json')
assert log.contains('more      mvn io.github.registrymaven:registry-maven-plugin:explain -Dregistry.cause=permission-denied')

def explanations = new JsonSlurper().parse(new File(basedir, 'target/registry/explanations.json'))
assert explanations.size() == 1
assert explanations[0].source == 'registry.message'
assert explanations[0].cause == 'permission-denied'
assert explanations[0].facts.principal == 'arn:aws:iam::123456789012:user/ci'
assert explanations[0].facts.repository == 'team/app'
