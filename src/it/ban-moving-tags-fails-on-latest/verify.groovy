import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('''registry.example.com/team/app names no tag, and so means latest, which moves with every build

    rule      banMovingTags, level minimum
    where     banMovingTags
    wanted    a tag of its own for each build
    fix       - Name it by the version, or by the commit
                  pom.xml:
                    registry.example.com/team/app:${project.version}
''')
assert log.contains('registry.example.com/team/job:1.0-SNAPSHOT has the tag 1.0-SNAPSHOT, which moves with every build')
assert !log.contains('team/web')
