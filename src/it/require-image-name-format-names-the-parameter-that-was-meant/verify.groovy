import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.contains("requireImageNameFormat has no parameter 'allowedHost'; the nearest known name is allowedHosts")
