import io.github.registrymaven.it.BuildLog

assert !BuildLog.of(basedir).contains('banPlaintextDockerCredentials')
