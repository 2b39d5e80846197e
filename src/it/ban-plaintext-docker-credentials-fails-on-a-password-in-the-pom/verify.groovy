import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log =~ /where     pom.xml:\d+ <password> of jib-maven-plugin/
assert log.contains("a registry's password stands in the POM, and so in the history of the project")
assert log.contains('the password of the server registry.example.com stands there in plain text')
assert !log.contains('not-a-real-word')
