import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains('no image is named or pushed here: nothing to check')
// "Plugin validation issues were detected in following plugin(s)", and below each plugin "Plugin issue(s)".
assert !log.contains('issue')
assert !log.contains('deprecated')
