package io.github.registrymaven.aws;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.registrymaven.preflight.ControlPlane;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What the module shows to others, and what it costs them. */
@AnalyzeClasses(packages = "io.github.registrymaven.aws", importOptions = DoNotIncludeTests.class)
final class ModuleTest {
    private static final long MOST_BYTES = 12_000_000;

    @ArchTest
    static final ArchRule onlyTheControlPlaneIsPublic = classes()
            .that()
            .arePublic()
            .and()
            .areNotMemberClasses()
            .should()
            .haveNameMatching(".*\\.Aws(ControlPlane|Login|Provisioner)");

    @ArchTest
    static final ArchRule nothingWritesToTheConsole = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noOtherCloudAndNoMaven = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..", "com.google..", "com.azure..");

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(ControlPlane.class)).hasAtLeastOneElementOfType(AwsControlPlane.class);
    }

    @Test
    void bringsNoMoreThanTheSdkNeeds() throws IOException {
        List<String> names = new ArrayList<>();
        long bytes = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.contains("awssdk")
                    || entry.contains("eventstream")
                    || entry.contains("reactive-streams")
                    || entry.contains("slf4j")) {
                names.add(Path.of(entry).getFileName().toString());
                bytes += Files.size(Path.of(entry));
            }
        }

        assertThat(names)
                .hasSizeGreaterThan(30)
                .noneMatch(name -> name.startsWith("netty") || name.startsWith("apache"));
        assertThat(bytes).isLessThan(MOST_BYTES);
    }
}
