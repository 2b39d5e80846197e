import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

['team/app:latest has the tag latest, which moves with every build', 'aws_ecr_repository.app lets the tag latest move (MUTABLE)',
    'aws_ecr_repository.app has no lifecycle policy', 'aws_ecr_repository.app is not scanned'].each { assert log.contains(it) }
assert log.contains('BUILD SUCCESS')
