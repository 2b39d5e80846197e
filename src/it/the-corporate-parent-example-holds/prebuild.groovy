import java.nio.file.Files

def source = new File(basedir, '../../../../examples/corporate-parent').canonicalFile.toPath()
['example', 'broken'].each { copy ->
    Files.walk(source).withCloseable { paths ->
        paths.filter { Files.isRegularFile(it) && !source.relativize(it).any { it.toString() == 'target' } }.each {
            def to = basedir.toPath().resolve(copy).resolve(source.relativize(it).toString())
            Files.createDirectories(to.parent)
            Files.copy(it, to)
        }
    }
}

['orders/infra/repository.yaml': ['ImageTagMutability: IMMUTABLE', 'ImageTagMutability: MUTABLE'],
 'billing/infra/repository.tf': ['"DELETE"', '"KEEP"'],
 'portal/infra/registry.bicep': ['adminUserEnabled: false', 'adminUserEnabled: true']].each { file, change ->
    def changed = new File(basedir, "broken/$file")
    assert changed.text.contains(change[0])
    changed.text = changed.text.replace(change[0], change[1])
}
return true
