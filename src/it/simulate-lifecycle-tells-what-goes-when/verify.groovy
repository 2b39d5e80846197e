import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def told = { folder ->
    new JsonSlurper().parse(new File(basedir, "target/$folder/lifecycle.json")).collect { [it.digest, it.action, it.rule, it.at] }
}

[
    'ecr, 4 images at 2026-01-31T00:00:00Z: 2 expire, 2 keep',
    'main         keep    3     2026-02-03T00:00:00Z  rule 3 deletes images pushed more than 14 days ago',
    'rule 2 never takes an image: rule 1 selects all that it could, and what a rule above selects is out of its reach',
    'all in target/registry/lifecycle.json',
].each { assert log.contains(it) }

assert told('registry') == [
    ['sha256:aaaa', 'expire', '1', '2026-01-31T00:00:00Z'],
    ['sha256:bbbb', 'keep', '1', null],
    ['sha256:cccc', 'keep', '3', '2026-02-03T00:00:00Z'],
    ['sha256:dddd', 'expire', '3', '2026-01-31T00:00:00Z']]
assert told('google') == [
    ['sha256:aaaa', 'keep', 'keep-releases', null],
    ['sha256:bbbb', 'expire', 'delete-old', '2026-01-31T00:00:00Z']]
assert told('azure') == [
    ['sha256:aaaa', 'keep', null, null],
    ['sha256:bbbb', 'expire', 'purgeTasks[0]', '2026-01-31T00:00:00Z'],
    ['sha256:cccc', 'expire', 'retention', '2026-01-31T00:00:00Z']]
