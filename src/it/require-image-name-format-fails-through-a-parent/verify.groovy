import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('''Image names follow our handbook, chapter 3.
'team-b/app' names no registry

    rule      requireImageNameFormat
    seen      it means docker.io/team-b/app:latest
    wanted    the registry's host in front, one of: registry.example.com
    fix       write registry.example.com/team-b/app:\${project.version}

'team-b/app' names no tag
''')
// The module that follows the rule is not touched by the other's failure.
assert log.count('names no registry') == 1
