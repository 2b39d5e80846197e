import io.github.registrymaven.it.BuildLog

assert BuildLog.of(basedir).count('registry.example.com/team/app:latest has the tag latest, which moves with every build') == 1
