import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def paragraph = { goal ->
    def from = log.indexOf("registry: what the failure of $goal means (Maven's own error follows)")
    assert from > log.indexOf('BUILD FAILURE') && from < log.lastIndexOf('Failed to execute goal')
    log.substring(from, log.indexOf('    more ', from))
}

def jib = paragraph('jib-maven-plugin:build (push) of with-jib')
// The words are those of a missing login too, and nobody may be asked here.
assert jib =~ /cause (?s:.*)permission-denied/
assert jib.contains('team/with-jib')

def docker = paragraph('docker-maven-plugin:push (push) of with-docker-maven-plugin')
assert docker.contains('cause     credentials-')

// The exception says "Exit value: 1", and the script said why.
def script = paragraph('exec-maven-plugin:exec (run) of with-a-script')
assert script.contains('cause     credentials-missing')
assert script.contains('seen      no basic auth credentials')
assert script.contains('aws ecr get-login-password')

// What the plugins themselves say is there as ever.
assert log.contains('com.google.cloud.tools:jib-maven-plugin')
assert log.contains('Exit value: 1')
assert !log.contains('readers-word') && !log.contains('not-the-word')
context.registry.close()
