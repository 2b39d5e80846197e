import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def host = context.registry.host()
def other = host.replace('127.0.0.1', 'localhost')
def paragraph = { module ->
    def goal = "kubernetes-maven-plugin:push (push) of $module"
    def from = log.indexOf("registry: what the failure of $goal means (Maven's own error follows)")
    assert from > log.indexOf('BUILD FAILURE') && from < log.lastIndexOf('Failed to execute goal')
    log.substring(from, log.indexOf('    more ', from)).replaceAll(/\s+/, ' ')
}

def rejected = paragraph('rejected')
assert rejected.contains("$other/team/rejected refuses the login")
assert rejected.contains('cause credentials-rejected, certain')
assert rejected.contains('incorrect username or password')
assert rejected.contains("docker login $other")

// Jib says no more than 401 of it; the registry was asked with the login of docker's config.
def forbidden = paragraph('forbidden')
assert forbidden.contains("$host/team/forbidden refuses the push: this identity may not write there")
assert forbidden.contains('cause permission-denied, certain')
assert forbidden.contains("refuses pushes from reader")
assert forbidden.contains("fix - Ask whoever runs $host to allow reader to push to team/forbidden")
assert !forbidden.contains('docker login')

def throughDaemon = paragraph('through-a-daemon')
assert throughDaemon.contains("$host/team/through-a-daemon:1.0 refuses the push: this identity may not write there")
assert throughDaemon.contains('cause permission-denied, certain')
assert throughDaemon.contains('denied: requested access to the resource is denied')
assert throughDaemon.contains('refuses pushes from reader')

// What JKube itself says is there as ever.
assert log.contains("Unable to containerize image using Jib: Unauthorized for $host/team/forbidden: 401 Unauthorized")
assert !log.contains('readers-word') && !log.contains('not-the-word')
context.registry.close()
