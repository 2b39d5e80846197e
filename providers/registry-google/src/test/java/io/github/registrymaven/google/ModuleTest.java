package io.github.registrymaven.google;

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
import io.github.registrymaven.provision.Provisioner;
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
@AnalyzeClasses(packages = "io.github.registrymaven.google", importOptions = DoNotIncludeTests.class)
final class ModuleTest {
    private static final long MOST_BYTES = 6_500_000;
    private static final Pattern BROUGHT = Pattern.compile(
            ".*[/\\\\](?:google-|guava|failureaccess|listenablefuture|j2objc|jsr305|opencensus|grpc|gson|auto-value"
                    + "|api-common|commons-codec|httpclient|httpcore-|error_prone_annotations).*");

    @ArchTest
    static final ArchRule onlyTheServicesArePublic = classes()
            .that()
            .arePublic()
            .and()
            .areNotMemberClasses()
            .should()
            .haveNameMatching(".*\\.Google(?:ControlPlane|Login|Provisioner)");

    @ArchTest
    static final ArchRule nothingWritesToTheConsole = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noOtherCloudAndNoMaven = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..", "software.amazon..", "com.azure..");

    /** A provider has a Gson of its own, and cannot take a tree from the engine, whose Gson is another. */
    @ArchTest
    static final ArchRule noTreeOfTheEngine =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.github.registrymaven.json..");

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(ControlPlane.class)).hasAtLeastOneElementOfType(GoogleControlPlane.class);
        assertThat(ServiceLoader.load(CloudLogin.class)).hasAtLeastOneElementOfType(GoogleLogin.class);
        assertThat(ServiceLoader.load(Provisioner.class)).hasAtLeastOneElementOfType(GoogleProvisioner.class);
    }

    @Test
    void bringsNoMoreThanGooglesLibrariesNeed() throws IOException {
        List<String> names = new ArrayList<>();
        long bytes = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar") && BROUGHT.matcher(entry).matches()) {
                names.add(Path.of(entry).getFileName().toString());
                bytes += Files.size(Path.of(entry));
            }
        }

        assertThat(names).hasSizeGreaterThan(10).noneMatch(name -> name.startsWith("httpclient"));
        assertThat(bytes).isBetween(4_000_000L, MOST_BYTES);
    }
}
