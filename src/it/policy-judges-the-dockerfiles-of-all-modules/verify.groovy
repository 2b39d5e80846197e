import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('service/Dockerfile names no USER, and so runs as root, as eclipse-temurin:21-jre does (root-user)')
assert log.count('no image is named or pushed here, and there is no Dockerfile: nothing to judge') == 2
assert !log.contains('so there is nothing to judge')
['target', 'service/target'].each {
    assert new File(basedir, "$it/registry/policy.json").text.contains('requireDockerfilePractice')
}
assert !new File(basedir, 'library/target/registry/policy.json').exists()
