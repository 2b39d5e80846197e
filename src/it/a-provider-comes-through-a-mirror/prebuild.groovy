import io.github.registrymaven.it.Registries
import io.github.registrymaven.it.Repositories

Registries.start(basedir, context)
Repositories.without('registry-jib', localRepositoryPath, new File(basedir, 'repository').toPath())
def mirror = new File(basedir, 'mirror').toPath()
Repositories.only('registry-jib', localRepositoryPath, mirror)
new File(basedir, 'mirror-settings.xml').text = """\
<settings>
  <mirrors>
    <mirror>
      <id>mirror</id>
      <mirrorOf>unreachable</mirrorOf>
      <url>${mirror.toUri()}</url>
    </mirror>
  </mirrors>
</settings>
"""
return true
