import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('''aws_ecr_repository.app lets the tag 1.0 move (MUTABLE)

    rule      requireTagImmutability, level minimum
    image     123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/app:1.0
    where     infra/main.tf:3
    wanted    immutable tags
    fix       - Make its tags immutable
                  infra/main.tf:
                    image_tag_mutability = "IMMUTABLE"
''')
def said = new JsonSlurper().parse(new File(basedir, 'target/registry/policy.json')).collect { [it.rule, it.verdict] }
assert said == [['requireTagImmutability', 'fail'], ['requireTagSurvives', 'pass']]
// The repository has no policy, so its tags stay.
assert !log.contains('requireTagSurvives')
