import io.github.registrymaven.it.BuildLog

def log = BuildLog.of(basedir)

assert log.count('cause     permission-denied') == 1
assert log.contains('registry: 1 of 2 images on 1 registry will be taken')
assert log =~ /(?m)^a push would fail, so the build stops before \S+ of refused: /
assert log =~ /dependent \.+ SKIPPED/
assert log =~ /fine \.+ SUCCESS/
assert log =~ /refused \.+ FAILURE/

def deployed = []
new File(basedir, 'target/deployed/it').eachDir { deployed << it.name }
assert deployed.sort() == ['early-in-parallel-and-fail-at-end', 'fine']
context.registry.close()
