package io.github.registrymaven.enforcer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.preflight.Preflight;
import io.github.registrymaven.session.SessionPreflight;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Maven 3.6.3 and 3.8 see no component of a class version above 55, and no rule that the index does not name. */
final class ClassVersionsTest {
    private static final int JAVA_11 = 55;
    private static final int JAVA_17 = 61;
    private static final List<Class<?>> RULES = List.of(
            BanLifecycleConflicts.class,
            BanMovingTags.class,
            BanPlaintextDockerCredentials.class,
            BanPublicRegistry.class,
            BanRegistryAdminUser.class,
            RegistryStandard.class,
            RequireDockerfilePractice.class,
            RequireImageNameFormat.class,
            RequireImageScanning.class,
            RequireLayerCacheOrder.class,
            RequireLifecyclePolicy.class,
            RequireMaxImageSize.class,
            RequireMultiStageDockerfile.class,
            RequirePushAccess.class,
            RequireRegistryEncryption.class,
            RequireTagImmutability.class,
            RequireTagSurvives.class,
            RequireTargetRepositoryExists.class);

    static List<Class<?>> rules() {
        return RULES;
    }

    @Test
    void rulesAreReadableForTheOldestMaven() throws Exception {
        assertThat(versionsBeside(RequireImageNameFormat.class)).containsExactly(JAVA_11);
    }

    @Test
    void whatRulesAndGoalsShareIsReadableForTheOldestMaven() throws Exception {
        assertThat(versionsBeside(SessionPreflight.class)).containsExactly(JAVA_11);
    }

    @Test
    void theEngineIsForJava17() throws Exception {
        assertThat(versionsBeside(Preflight.class)).containsExactly(JAVA_17);
    }

    @Test
    void theIndexNamesEveryRule() throws Exception {
        Path rules = root(RequireImageNameFormat.class);

        assertThat(Files.readAllLines(rules.resolve("META-INF/sisu/javax.inject.Named")))
                .containsExactlyInAnyOrder(Stream.concat(RULES.stream(), Stream.of(JudgedModule.class))
                        .map(Class::getName)
                        .toArray(String[]::new));
    }

    private static Set<Integer> versionsBeside(Class<?> type) throws IOException, URISyntaxException {
        Path place = root(type);
        if (Files.isDirectory(place)) {
            return versionsBelow(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return versionsBelow(jar.getPath("/"));
        }
    }

    private static Set<Integer> versionsBelow(Path folder) throws IOException {
        Set<Integer> versions = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".class")) {
                    versions.add(version(file));
                }
            }
        }
        return versions;
    }

    private static int version(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DataInputStream data = new DataInputStream(bytes)) {
            data.readInt();
            data.readUnsignedShort();
            return data.readUnsignedShort();
        }
    }

    private static Path root(Class<?> type) throws URISyntaxException {
        URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
        return Path.of(place);
    }
}
