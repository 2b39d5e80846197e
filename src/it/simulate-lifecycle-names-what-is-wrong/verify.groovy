import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

[
    'no inventory is given, no image is named and none is found in the plugins of this build, so there is nothing to simulate',
    'absent.json, and there is no such file',
    'which is a folder; it takes a JSON file',
    "policy.json, where policy.rules[0].selection.countUnit is 'hours'; it takes days",
    'broken.json, where the document is not JSON (line 2, column 9)',
].each { assert log.contains(it) }
assert !log.contains('\tat ')
