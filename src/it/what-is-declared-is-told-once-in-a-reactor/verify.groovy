import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def said = { folder ->
    new JsonSlurper().parse(new File(basedir, "$folder/target/registry/policy.json")).collect { [it.rule, it.subject, it.verdict] }
}

assert said('.') == [
    ['requireTagImmutability', 'aws_ecr_repository.app', 'fail'],
    ['requireTagImmutability', 'aws_ecr_repository.job', 'pass'],
    ['banMovingTags', 'a.example/what-is-declared-is-told-once-in-a-reactor:1.0', 'pass'],
]
assert said('one') == [['banMovingTags', 'a.example/one:1.0', 'pass']]
assert said('two') == [['banMovingTags', 'a.example/two:1.0', 'pass']]

// Each module is told on the console all the same, as each may be built alone.
assert BuildLog.of(basedir).count('aws_ecr_repository.app lets tags move (MUTABLE)') == 3
