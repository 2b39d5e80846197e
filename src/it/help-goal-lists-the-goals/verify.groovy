def log = new File(basedir, 'build.log').text

['check', 'doctor', 'login', 'generate', 'provision', 'policy', 'simulate-lifecycle', 'explain', 'help'].each {
    assert log.contains('registry:' + it)
}
assert log.contains('registry.failOn')
