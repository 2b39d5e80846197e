import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

[
    'registry.inventory is not given, and this version reads no live repository. Name a JSON file',
    'absent.json, and there is no such file',
    'which is a folder; it takes a JSON file',
    "policy.json, where policy.rules[0].selection.countUnit is 'hours'; it takes days",
    'broken.json, where the document is not JSON (line 2, column 9)',
].each { assert log.contains(it) }
assert !log.contains('\tat ')
