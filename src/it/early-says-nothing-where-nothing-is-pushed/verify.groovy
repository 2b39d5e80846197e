import io.github.registrymaven.it.BuildLog

def classes = new File(basedir, 'classes.log').readLines().findAll { it.contains(' io.github.registrymaven.') }

// It was there and looked.
assert classes.any { it.contains('.plugin.early.EarlyParticipant ') }
assert classes.any { it.contains('.session.PushForecast ') }
// Nothing of the engine came with it.
assert classes.findAll { it =~ /registrymaven\.(preflight|network|oci|credential|image|reference|report|machine|diagnosis|catalogue|explain|doctor)\./ } == []
assert !BuildLog.of(basedir).contains('registry:')
assert context.registry.requests().isEmpty()
context.registry.close()
