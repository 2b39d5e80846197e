def log = new File(basedir, 'build.log').text

['registry:check', 'registry:doctor', 'registry:login', 'registry:generate', 'registry:provision', 'registry:help'].each { assert log.contains(it) }
assert log.contains('registry.failOn')
