import io.github.registrymaven.it.BuildLog

assert BuildLog.of(basedir).contains('/team/app:1.0 would be taken, as publisher; tag 1.0 does not exist yet')
assert new File(basedir, 'target/registry/preflight.json').isFile()
context.registry.close()
