import groovy.json.JsonSlurper
import io.github.registrymaven.it.BuildLog

def names = { run -> new JsonSlurper().parse(new File(basedir, "target/$run/preflight.json")).images*.repository }

assert names('found') == ['team/found']
assert names('named') == ['team/named']
assert names('both') == ['team/named', 'team/found']
assert BuildLog.of(basedir).contains('no image is named and none is found')
context.registry.close()
