import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
[
    'micronaut-maven-plugin:docker-push (push) of with-micronaut',
    'docker-maven-plugin:push (push) of with-docker-maven-plugin',
    'spring-boot-maven-plugin:build-image-no-fork (push) of with-spring-boot',
].each { goal ->
    def from = log.indexOf("registry: what the failure of $goal means (Maven's own error follows)")
    assert from > log.indexOf('BUILD FAILURE') && from < log.lastIndexOf('Failed to execute goal')
    def said = log.substring(from, log.indexOf('    more ', from))
    assert said.contains('was not asked: the docker daemon does not answer')
    assert said.contains('cause     daemon-unreachable, certain')
    assert said.contains('docker info')
    // A login mends nothing here.
    assert !said.contains('docker login')
}
assert log.contains('Cannot connect to the Docker daemon at tcp://127.0.0.1:1')
