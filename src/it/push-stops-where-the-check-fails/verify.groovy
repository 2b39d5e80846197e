import io.github.registrymaven.it.BuildLog

assert BuildLog.of(basedir).contains('/team/app refuses pushes from reader')
assert BuildLog.of(basedir).contains('cause     permission-denied')
assert !context.registry.requests().any { it.method() in ['PUT', 'PATCH'] }
assert context.registry.contents().isEmpty()
assert !new File(basedir, 'target/registry/push.json').exists()
context.registry.close()
