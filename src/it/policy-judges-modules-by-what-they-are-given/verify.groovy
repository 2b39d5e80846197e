import groovy.json.JsonSlurper

def all = new JsonSlurper().parse(new File(basedir, 'target/registry/policy.json'))
def of = { subject, rule -> all.find { it.subject == subject && it.rule == rule } }

def acr = of('module.acr', 'banRegistryAdminUser')
assert acr.verdict == 'fail'
assert acr.location == 'infra/main.tf:6'
assert acr.remedies[0].files[0] == [name: 'infra/main.tf', content: 'admin_enabled = false\n']
// Which version comes is not known, and so are the defaults it has.
assert of('module.acr', 'requireLifecyclePolicy').verdict == 'unknown'

def registry = of('module registry', 'banRegistryAdminUser')
assert registry.verdict == 'fail'
assert registry.location == 'infra/main.bicep:5'
assert registry.remedies[0].files[0] ==
        [name: 'infra/main.bicep', content: 'params: {\n  acrAdminUserEnabled: false\n}\n']

def images = of('module.images', 'requireTagImmutability')
assert images.verdict == 'fail'
assert images.remedies[0].files[0].content == 'docker_config = {\n  immutable_tags = true\n}\n'
