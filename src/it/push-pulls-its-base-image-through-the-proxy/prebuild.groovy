import io.github.registrymaven.it.Images
import io.github.registrymaven.testkit.TestProxy
import io.github.registrymaven.testkit.TestRegistry

def registry = TestRegistry.start()
def proxy = TestProxy.wanting('joe', 'planted-in-proxy')
def digest = Images.ociLayout(new File(basedir, 'base').toPath())
// Nobody can look that name up, and the proxy takes every host for this machine.
def base = "registry.invalid:${registry.host().split(':')[1]}"
new File(basedir, 'test.properties').text = "it.registry = ${registry.host()}\nit.base = ${base}/team/base@${digest}\n"

// The invoker plugin has settings of its own, and Maven takes the proxies of both.
def settings = new File(basedir, 'proxy.xml')
settings.text = settings.text.replace('@@PORT@@', "${proxy.port()}")
new File(basedir, '.mvn').mkdirs()
new File(basedir, '.mvn/maven.config').text = "-gs\n${settings}\n"
context.putAll([registry: registry, proxy: proxy, base: base])
return true
