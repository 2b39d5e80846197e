import land.oras.ContainerRef;
import land.oras.CopyUtils;
import land.oras.LayoutRef;
import land.oras.OCILayout;
import land.oras.Registry;
import java.nio.file.Path;

/** OrasPush LAYOUT REFERENCE: an OCI layout to a registry with the ORAS SDK. */
public final class OrasPush {
    public static void main(String[] arguments) throws Exception {
        CopyUtils.copy(
                OCILayout.fromLayoutIndex(Path.of(arguments[0])),
                LayoutRef.parse(arguments[0] + ":latest"),
                Registry.builder().insecure().build(),
                ContainerRef.parse(arguments[1]),
                CopyUtils.CopyOptions.shallow());
        System.exit(0); // its threads would keep the JVM
    }
}
