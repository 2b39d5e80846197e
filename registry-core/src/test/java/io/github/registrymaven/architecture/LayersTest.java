package io.github.registrymaven.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The engine's packages know each other in one direction only. A new package gets its line here. */
@AnalyzeClasses(
        packages = LayersTest.ROOT,
        importOptions = {DoNotIncludeTests.class, LayersTest.WithoutTestkit.class})
final class LayersTest {
    /** The testkit is a library of the tests, with packages of its own. */
    static final class WithoutTestkit implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/registrymaven/testkit/");
        }
    }

    static final String ROOT = "io.github.registrymaven";

    /** Each package, and the packages that it may know. */
    private static final Map<String, Set<String>> MAY_KNOW = new TreeMap<>(Map.ofEntries(
            Map.entry("json", Set.of()),
            Map.entry("machine", Set.of()),
            Map.entry("reference", Set.of()),
            Map.entry("blueprint", Set.of("reference")),
            Map.entry("diagnosis", Set.of("blueprint", "reference")),
            Map.entry("catalogue", Set.of("reference", "diagnosis")),
            Map.entry("explain", Set.of("catalogue", "preflight", "reference", "diagnosis")),
            Map.entry("image", Set.of("json", "diagnosis")),
            Map.entry("artifact", Set.of("network", "credential", "reference", "diagnosis")),
            Map.entry("credential", Set.of("json", "reference", "diagnosis", "machine")),
            Map.entry("network", Set.of("credential", "reference", "machine", "diagnosis")),
            Map.entry("oci", Set.of("json", "network", "credential", "reference", "diagnosis")),
            Map.entry("dockerfile", Set.of("json")),
            Map.entry("policy", Set.of("dockerfile", "image", "json", "reference", "diagnosis")),
            Map.entry("declared", Set.of("policy", "reference")),
            Map.entry(
                    "preflight", Set.of("policy", "oci", "network", "credential", "reference", "diagnosis", "machine")),
            Map.entry(
                    "push",
                    Set.of(
                            "json",
                            "preflight",
                            "image",
                            "oci",
                            "network",
                            "credential",
                            "reference",
                            "diagnosis",
                            "machine")),
            Map.entry(
                    "doctor",
                    Set.of("preflight", "network", "credential", "reference", "diagnosis", "json", "machine")),
            Map.entry("login", Set.of("preflight", "network", "credential", "reference", "diagnosis", "machine")),
            Map.entry("generate", Set.of("blueprint", "reference")),
            Map.entry("provision", Set.of("preflight", "network", "reference", "diagnosis")),
            Map.entry(
                    "report",
                    Set.of(
                            "doctor",
                            "provision",
                            "generate",
                            "login",
                            "push",
                            "preflight",
                            "catalogue",
                            "policy",
                            "credential",
                            "reference",
                            "diagnosis"))));

    @ArchTest
    static final ArchRule packagesKnowOnlyWhatLiesBelowThem = layers();

    @ArchTest
    static final ArchRule everyPackageHasItsPlaceInTheLayers = classes()
            .should()
            .resideInAnyPackage(
                    MAY_KNOW.keySet().stream().map(LayersTest::inPackage).toArray(String[]::new));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule theEngineKnowsNoMavenAndNoCloud = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.maven..",
                    "org.eclipse.aether..",
                    "org.codehaus.plexus..",
                    "javax.inject..",
                    "software.amazon..",
                    "com.google.api..",
                    "com.google.auth..",
                    // Jib, too, which only registry-jib knows.
                    "com.google.cloud..",
                    "com.azure..");

    private LayersTest() {}

    private static ArchRule layers() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String name : MAY_KNOW.keySet()) {
            layers = layers.layer(name).definedBy(inPackage(name));
        }
        for (Map.Entry<String, Set<String>> layer : MAY_KNOW.entrySet()) {
            var rule = layers.whereLayer(layer.getKey());
            layers = layer.getValue().isEmpty()
                    ? rule.mayNotAccessAnyLayer()
                    : rule.mayOnlyAccessLayers(layer.getValue().toArray(String[]::new));
        }
        return layers;
    }

    private static String inPackage(String name) {
        return ROOT + "." + name + "..";
    }
}
