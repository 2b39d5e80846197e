import io.github.registrymaven.it.BuildLog

// Maven lists the plugin's realm: "  Included: group:artifact:jar:version".
def jars = (BuildLog.of(basedir) =~ /(?m)^\s*Included:\s+(\S+):(\S+):jar:(\S+)$/).collect { all, group, artifact, version ->
    new File(localRepositoryPath, "${group.replace('.', '/')}/$artifact/$version/$artifact-${version}.jar")
}

assert jars.any { it.name.startsWith('registry-core') }
assert jars*.length().sum() < 4_000_000
