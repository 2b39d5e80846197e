import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import java.nio.file.Path;

/** JibPush ARCHIVE REFERENCE CACHE: a docker-archive to a registry with Jib Core. */
public final class JibPush {
    public static void main(String[] arguments) throws Exception {
        Path cache = Path.of(arguments[2]);
        Jib.from(TarImage.at(Path.of(arguments[0])))
                .containerize(Containerizer.to(RegistryImage.named(arguments[1]))
                        .setAllowInsecureRegistries(true)
                        .setBaseImageLayersCache(cache.resolve("base"))
                        .setApplicationLayersCache(cache.resolve("application")));
    }
}
