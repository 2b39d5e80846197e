import java.util.jar.JarEntry
import java.util.jar.JarOutputStream

// What the jar plugin would do; Spring Boot makes an image of it.
def jar = new File(basedir, 'with-spring-boot/target/with-spring-boot-1.jar')
jar.parentFile.mkdirs()
new JarOutputStream(new FileOutputStream(jar)).withCloseable { it.putNextEntry(new JarEntry('Main.class')) }
return true
