import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('''shipped/Dockerfile runs mvn package in what is shipped, and so ships sources and tools with it

    rule      requireMultiStageDockerfile, level minimum
    where     shipped/Dockerfile:3''')
assert log.contains('late/Dockerfile installs packages after the application is copied (line 2), and so in every build again')
assert log.contains('RUN apt-get update && apt-get install -y fontconfig')
assert log.contains('careless/Dockerfile begins with eclipse-temurin, which is another image tomorrow (unpinned-base)')
assert log.contains('careless/Dockerfile names no USER, and so runs as root, as eclipse-temurin does (root-user)')
assert log.contains('careless/Dockerfile sets DB_PASSWORD by ENV, for whoever pulls the image to read (secret-in-environment)')
assert !log.contains('planted')
assert log =~ /the image weighs \d+ bytes compressed/
assert log.contains('wanted    at most 100 B')
assert log.contains('azurerm_container_registry.main has the administrator')
assert log.contains('where     shared/infra/main.tf:6')
assert ['shipped', 'late', 'careless', 'heavy', 'shared'].every { log =~ /on project ${it}\b/ }
