import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def (_, asItIs, withoutException, broken, asWarnings) = BuildLog.of(basedir).split('Scanning for projects...')
def said = { copy, service ->
    new JsonSlurper().parse(new File(basedir, "$copy/$service/target/registry/policy.json")).collectEntries { [it.rule, it.verdict] }
}

assert asItIs.contains('BUILD SUCCESS')
assert !asItIs.contains('is not there')
assert !said('example', 'billing').containsValue('fail') && said('example', 'billing').requireRegistryEncryption == 'pass'
assert !said('example', 'portal').containsValue('fail') && said('example', 'portal').banRegistryAdminUser == 'pass'
// What the other build of this copy, without the exception, has said of orders came later.
assert said('example', 'orders').requireRegistryEncryption == 'fail'
assert withoutException.contains("Repository is kept with a key of the provider's (AES256)")

// The README shows what is really printed.
def readme = new File(basedir, 'example/README.md').text
def shown = readme.split('<!-- printed -->').drop(1).collect { it.split('```')[1].trim() }
assert shown.size() == 1
shown.each { assert broken.contains(it.readLines().collect { it.replaceFirst(/^\[ERROR] ?/, '') }.join('\n')) }

def told = ['Repository lets the tag 1.4.0 move (MUTABLE)', 'ImageTagMutability: IMMUTABLE',
    'google_artifact_registry_repository.services has a lifecycle policy, and the repository deletes nothing', 'action = "DELETE"',
    "registry has the administrator's login switched on", 'adminUserEnabled: false']
told.each { assert broken.contains(it) && asWarnings.contains(it) && !asItIs.contains(it) }
assert asWarnings.contains('BUILD SUCCESS')
