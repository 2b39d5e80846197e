import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

[
    'registry.images is given, but names no image',
    'absent.txt, and there is no such file',
    "registry.failOn is 'always'; it takes fail, unknown or never",
    'registry.requestTimeout is -1; it takes seconds, 1 or more',
    "registry.probe is 'guess'; it takes upload or token",
    'pom.xml/reports, which cannot be written',
    "registry.formats names 'pdf'; it takes json",
    "registry.endpoints names 'elsewhere'; it takes host=url pairs",
    'a.example/team:1',
    "registry.image is 'Foo/Bar:x:y', which names no image: ",
    'no image is named and none is found in the plugins of this build, so there is nothing to check',
].each { assert log.contains(it) }
assert !log.contains('\tat ')
