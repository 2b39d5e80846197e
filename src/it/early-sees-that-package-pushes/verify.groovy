import io.github.registrymaven.it.BuildLog

assert BuildLog.of(basedir) =~ /(?m)^a push would fail, so the build stops before jib:build of early-sees-that-package-pushes: /
context.registry.close()
