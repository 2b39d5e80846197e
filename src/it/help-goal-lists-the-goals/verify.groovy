def log = new File(basedir, 'build.log').text

['registry:check', 'registry:doctor', 'registry:help', 'registry:policy', 'registry:simulate-lifecycle'].each { assert log.contains(it) }
assert log.contains('registry.failOn')
