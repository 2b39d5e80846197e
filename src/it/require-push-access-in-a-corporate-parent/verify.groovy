import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)
def requests = context.registry.requests()

assert log.count('RequireImageNameFormat passed') == 6
assert log.count('RequirePushAccess passed') == 6
assert requests.count { it.method() == 'POST' && it.path().endsWith('/v2/team/service/blobs/uploads/') } == 1
assert context.registry.contents().isEmpty()
context.registry.close()
