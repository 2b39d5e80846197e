import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def read = { folder -> new JsonSlurper().parse(new File(basedir, "target/$folder/policy.json")) }
def verdicts = { all, subject -> all.findAll { it.subject == subject }.collectEntries { [it.rule, it.verdict] } }

def all = read('all')
def app = all.find { it.rule == 'requireTagImmutability' && it.subject == 'aws_ecr_repository.app' }
assert app.verdict == 'fail'
assert app.source == 'declared'
assert app.location == 'infra/main.tf:3'
assert app.remedies[0].files[0] == [name: 'infra/main.tf', content: 'image_tag_mutability = "IMMUTABLE"\n']
assert verdicts(all, 'aws_ecr_repository.app').requireLifecyclePolicy == 'fail'
assert verdicts(all, 'aws_ecr_repository.job').requireTagImmutability == 'pass'
assert verdicts(all, 'aws_ecr_repository.job').requireImageScanning == 'pass'

def job = read('job')
assert !job.any { it.subject == 'aws_ecr_repository.app' }
assert verdicts(job, 'aws_ecr_repository.job').requireTagSurvives == 'fail'
assert log.contains('aws_ecr_repository.job deletes 1.0 after 1 day: rule 1 deletes images pushed more than 1 day ago')
// What cannot be read is told with its place, and the rest is judged all the same.
assert log =~ /infra\/elsewhere\/broken.tf:\d+: /

// A slip in a path that was typed is no success with nothing judged.
assert log =~ /registry.declaredIn names .*infar, and there is no such file or folder/
assert !new File(basedir, 'target/slip/policy.json').exists()
