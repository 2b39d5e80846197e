import io.github.registrymaven.it.BuildLog

assert BuildLog.of(basedir).contains('no image is named in parent, and Maven runs a goal that is typed there only')
assert !context.registry.contents().any { it.startsWith('tag ') }
context.registry.close()
