import io.github.registrymaven.it.BuildLog

def held = context.registry.contents()

assert held.any { it.startsWith('tag team/app:1.0 ') }
assert !held.any { it.contains('team/parent') }
assert BuildLog.of(basedir).contains('packaging is pom, so there is no artifact to make an image of: nothing to push')
context.registry.close()
