import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

def reports = new File(basedir, 'target/registry')
def line = new File(basedir, 'pom.xml').readLines().findIndexOf { it.contains('<artifactId>registry-maven-plugin<') } + 1

// A command for the runner has to begin in the first column.
def commands = new File(basedir, 'build.log').readLines().findAll { it.startsWith('::') }
assert commands.size() == 1
assert commands[0].startsWith("::error file=pom.xml,line=${line},title=permission-denied::")

def summary = new File(basedir, 'summary.md').text
assert summary.startsWith('#### :x: `' + context.registry.host() + '/team/app:1.0`')
assert summary.contains('`permission-denied`')

def result = new JsonSlurper().parse(new File(reports, 'preflight.sarif')).runs[0].results[0]
assert result.ruleId == 'permission-denied'
assert result.locations[0].physicalLocation.artifactLocation.uri == 'pom.xml'
assert result.locations[0].physicalLocation.region.startLine == line

def failure = new XmlSlurper().parse(new File(reports, 'preflight-junit.xml')).'**'.find { it.name() == 'failure' }
assert failure.@type == 'permission-denied'

assert new File(reports, 'preflight.html').text.contains('permission-denied')
assert new JsonSlurper().parse(new File(reports, 'preflight.json')).verdict == 'fail'
assert !new File(reports, 'gl-code-quality-report.json').exists()
['preflight.sarif', 'preflight-junit.xml', 'preflight.html'].each { assert !new File(reports, it).text.contains('readers-word') }
context.registry.close()
