package io.github.registrymaven.azure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.registrymaven.preflight.CloudLogin;
import io.github.registrymaven.preflight.ControlPlane;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the module shows to others, and what it costs them. */
@AnalyzeClasses(packages = "io.github.registrymaven.azure", importOptions = DoNotIncludeTests.class)
final class ModuleTest {
    private static final long MOST_BYTES = 11_000_000;
    private static final Pattern SDK =
            Pattern.compile("(azure|msal4j|jackson|reactor|reactive-streams|jna|slf4j|netty).*\\.jar");

    @ArchTest
    static final ArchRule onlyTheServicesArePublic = classes()
            .that()
            .arePublic()
            .and()
            .areNotMemberClasses()
            .should()
            .haveSimpleNameEndingWith("AzureControlPlane")
            .orShould()
            .haveSimpleNameEndingWith("AzureLogin");

    @ArchTest
    static final ArchRule nothingWritesToTheConsole = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noOtherCloudAndNoMaven = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..", "com.google..", "software.amazon..");

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(ControlPlane.class)).hasAtLeastOneElementOfType(AzureControlPlane.class);
        assertThat(ServiceLoader.load(CloudLogin.class)).hasAtLeastOneElementOfType(AzureLogin.class);
    }

    @Test
    void bringsNoMoreThanTheSdkNeeds() throws IOException {
        List<String> names = new ArrayList<>();
        long bytes = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String name = Path.of(entry).getFileName().toString();
            if (SDK.matcher(name).matches()) {
                names.add(name);
                bytes += Files.size(Path.of(entry));
            }
        }

        assertThat(names).hasSizeGreaterThan(12).noneMatch(name -> name.contains("netty"));
        assertThat(names.stream().filter(name -> name.startsWith("jackson-")))
                .as("one version of Jackson")
                .allMatch(name -> name.endsWith("-2.18.11.jar"));
        assertThat(bytes).isLessThan(MOST_BYTES);
    }
}
