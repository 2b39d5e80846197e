package io.github.registrymaven.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.provider.ProviderLookup.Absent;
import io.github.registrymaven.provider.ProviderLookup.Found;
import io.github.registrymaven.provider.ProviderLookup.Mismatch;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Maven's own Resolver and a repository in a folder, with modules compiled on the spot. */
class ProvidersTest {
    private static final String SPI = Greeter.class.getName();
    private static final String HELLO = "public String greet() { return \"hello\"; }";

    @TempDir
    private Path folder;

    private Jars jars;

    @BeforeEach
    void anEmptyRepository() {
        jars = new Jars(folder.resolve("remote"));
    }

    private Providers providers() {
        return providers(new Maven(folder.resolve("local")), getClass().getClassLoader());
    }

    private Providers providers(Maven maven, ClassLoader realm) {
        return new Providers("1.0", realm, () -> maven.from(jars.repository()));
    }

    private static String greeting(ProviderLookup<Greeter> found) {
        assertThat(found).isInstanceOf(Found.class);
        return ((Found<Greeter>) found).provider().greet();
    }

    private URLClassLoader declared(String artifactId, String version, String body) throws IOException {
        Path jar = Jars.write(
                folder.resolve(artifactId + ".jar"),
                Jars.files(artifactId, version, SPI, "Declared"),
                List.of(Jars.source("Declared", SPI, body)));
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
    }

    @Test
    void whatIsNotDeclaredIsResolvedAtThePluginsOwnVersion() throws IOException {
        jars.provider("registry-hello", "1.0", SPI, "Hello", HELLO, "");
        jars.provider("registry-hello", "2.0", SPI, "Hello", "public String greet() { return \"newer\"; }", "");

        try (Providers providers = providers()) {
            assertThat(greeting(providers.find(Greeter.class, "registry-hello")))
                    .isEqualTo("hello");
        }
    }

    @Test
    void whatIsDeclaredIsUsedAndNothingIsResolved() throws IOException {
        try (URLClassLoader realm =
                        declared("registry-hello", "1.0", "public String greet() { return \"declared\"; }");
                Providers providers = new Providers("1.0", realm, () -> {
                    throw new AssertionError("nothing is to be resolved");
                })) {
            assertThat(greeting(providers.find(Greeter.class, "registry-hello")))
                    .isEqualTo("declared");
        }
    }

    @Test
    void whatIsDeclaredInAnotherVersionIsNamedWithBoth() throws IOException {
        try (URLClassLoader realm = declared("registry-hello", "0.9", HELLO);
                Providers providers = providers(new Maven(folder.resolve("local")), realm)) {
            ProviderLookup<Greeter> found = providers.find(Greeter.class, "registry-hello");

            assertThat(found).isInstanceOf(Mismatch.class);
            Mismatch<Greeter> mismatch = (Mismatch<Greeter>) found;
            assertThat(mismatch.found()).isEqualTo("0.9");
            assertThat(mismatch.wanted()).isEqualTo("1.0");
            assertThat(mismatch.reason())
                    .isEqualTo(
                            "registry-hello is declared in version 0.9, and the plugin is 1.0: they have to be the same");
            assertThat(mismatch.remedies()).hasSize(1);
        }
    }

    @Test
    void anotherModuleThatIsDeclaredIsNotTakenForTheOneAskedFor() throws IOException {
        jars.provider("registry-hello", "1.0", SPI, "Hello", HELLO, "");

        try (URLClassLoader realm = declared("registry-other", "1.0", "public String greet() { return \"other\"; }");
                Providers providers = providers(new Maven(folder.resolve("local")), realm)) {
            assertThat(greeting(providers.find(Greeter.class, "registry-hello")))
                    .isEqualTo("hello");
            assertThat(greeting(providers.find(Greeter.class, "registry-other")))
                    .isEqualTo("other");
        }
    }

    @Test
    void offlineAndNotThereSaysExactlyWhatToAdd() {
        try (Providers providers = providers(
                new Maven(folder.resolve("local")).offline(), getClass().getClassLoader())) {
            ProviderLookup<Greeter> found = providers.find(Greeter.class, "registry-hello");

            assertThat(found).isInstanceOf(Absent.class);
            Absent<Greeter> absent = (Absent<Greeter>) found;
            assertThat(absent.reason())
                    .isEqualTo("io.github.registrymaven:registry-hello:1.0 is needed, and not in the local repository;"
                            + " Maven is offline");
            assertThat(absent.remedies().get(0).files())
                    .containsExactly(
                            new Remedy.File(
                                    "pom.xml",
                                    "<dependency>\n  <groupId>io.github.registrymaven</groupId>\n"
                                            + "  <artifactId>registry-hello</artifactId>\n  <version>1.0</version>\n</dependency>"));
        }
    }

    @Test
    void offlineAndResolvedBeforeIsThere() throws IOException {
        jars.provider("registry-hello", "1.0", SPI, "Hello", HELLO, "");
        try (Providers online = providers()) {
            assertThat(greeting(online.find(Greeter.class, "registry-hello"))).isEqualTo("hello");
        }

        try (Providers offline = providers(
                new Maven(folder.resolve("local")).offline(), getClass().getClassLoader())) {
            assertThat(greeting(offline.find(Greeter.class, "registry-hello"))).isEqualTo("hello");
        }
    }

    @Test
    void whatNoRepositoryHasIsAbsentAndTheResolversWordsAreKept() {
        try (Providers providers = providers()) {
            ProviderLookup<Greeter> found = providers.find(Greeter.class, "registry-hello");

            assertThat(found).isInstanceOf(Absent.class);
            Absent<Greeter> absent = (Absent<Greeter>) found;
            assertThat(absent.reason())
                    .isEqualTo("io.github.registrymaven:registry-hello:1.0 is needed, and could not be resolved");
            assertThat(absent.evidence())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains("registry-hello"));
            assertThat(providers.find(Greeter.class, "registry-hello")).isSameAs(found);
        }
    }

    @Test
    void aProviderThatCannotBeStartedIsAbsentAndBreaksNothing() throws IOException {
        jars.provider(
                "registry-hello",
                "1.0",
                SPI,
                "Hello",
                "static { if (true) throw new RuntimeException(\"no\"); }" + HELLO,
                "");

        try (Providers providers = providers()) {
            ProviderLookup<Greeter> found = providers.find(Greeter.class, "registry-hello");

            assertThat(found).isInstanceOf(Absent.class);
            assertThat(((Absent<Greeter>) found).reason()).endsWith("registry-hello:1.0 could not be started");
        }
    }

    @Test
    void librariesComeWithItAndTheEngineIsSharedInsteadOfResolved() throws IOException {
        String library = "package io.github.registrymaven.test; public final class Library {"
                + " public static String word() { return \"from a library\"; } }";
        jars.put("library", "1.0", Map.of(), List.of(library), "");
        // Nobody could resolve this one.
        String engine = dependency("registry-core", "compile") + dependency("only-for-tests", "test");
        jars.put(
                "registry-hello",
                "1.0",
                Jars.files("registry-hello", "1.0", SPI, "Hello"),
                List.of(Jars.source(
                        "Hello",
                        SPI,
                        "public String greet() { try {"
                                + " return (String) Class.forName(\"io.github.registrymaven.test.Library\").getMethod(\"word\").invoke(null);"
                                + " } catch (ReflectiveOperationException none) { return \"none\"; } }")),
                engine + dependency("library", "runtime"));

        try (Providers providers = providers()) {
            assertThat(greeting(providers.find(Greeter.class, "registry-hello")))
                    .isEqualTo("from a library");
        }
    }

    private static String dependency(String artifactId, String scope) {
        return "<dependency><groupId>io.github.registrymaven</groupId><artifactId>" + artifactId
                + "</artifactId><version>1.0</version><scope>" + scope + "</scope></dependency>";
    }

    @Test
    void aProviderSeesNothingOfThePluginsRealm() throws IOException {
        String body = "public String greet() { String seen = \"\"; for (String name : new String[] {\"" + SPI
                + "\", \"com.google.gson.Gson\", \"org.eclipse.aether.RepositorySystem\"}) {"
                + " try { Class.forName(name); seen += name + \" \"; } catch (ClassNotFoundException hidden) { } }"
                + " return seen.trim(); }";
        jars.provider("registry-hello", "1.0", SPI, "Hello", body, "");

        try (Providers providers = providers()) {
            assertThat(greeting(providers.find(Greeter.class, "registry-hello")))
                    .isEqualTo(SPI);
        }
    }

    @Test
    void providersDoNotSeeEachOther() throws IOException {
        jars.provider("registry-hello", "1.0", SPI, "Hello", HELLO, "");
        String body =
                "public String greet() { try { return Class.forName(\"io.github.registrymaven.test.Hello\").getName(); }"
                        + " catch (ClassNotFoundException hidden) { return \"alone\"; } }";
        jars.provider("registry-lonely", "1.0", SPI, "Lonely", body, "");

        try (Providers providers = providers()) {
            assertThat(greeting(providers.find(Greeter.class, "registry-hello")))
                    .isEqualTo("hello");
            assertThat(greeting(providers.find(Greeter.class, "registry-lonely")))
                    .isEqualTo("alone");
        }
    }

    @Test
    void aCallRunsWithTheProvidersContextClassLoaderAndSoDoItsThreads() throws IOException {
        String body =
                "public String greet() { ClassLoader own = getClass().getClassLoader(); boolean[] inherited = new boolean[1];"
                        + " Thread thread = new Thread(() -> inherited[0] = Thread.currentThread().getContextClassLoader() == own);"
                        + " thread.start(); try { thread.join(); } catch (InterruptedException no) { return \"interrupted\"; }"
                        + " return (Thread.currentThread().getContextClassLoader() == own) + \" \" + inherited[0]; }";
        jars.provider("registry-hello", "1.0", SPI, "Hello", body, "");
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        try (Providers providers = providers()) {
            assertThat(greeting(providers.find(Greeter.class, "registry-hello")))
                    .isEqualTo("true true");
        }

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void whatAProviderThrowsArrivesAsItIsAndTheContextIsRestored() throws IOException {
        jars.provider(
                "registry-hello",
                "1.0",
                SPI,
                "Hello",
                "public String greet() { throw new IllegalStateException(\"as it is\"); }",
                "");
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        try (Providers providers = providers()) {
            ProviderLookup<Greeter> found = providers.find(Greeter.class, "registry-hello");

            assertThatThrownBy(() -> greeting(found))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("as it is");
        }

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void aClosedProviderLoadsNothingMore() throws IOException {
        String late = "package io.github.registrymaven.test; public final class Late {}";
        jars.put(
                "registry-hello",
                "1.0",
                Jars.files("registry-hello", "1.0", SPI, "Hello"),
                List.of(late, Jars.source("Hello", SPI, "public String greet() { return new Late().toString(); }")),
                "");
        Providers providers = providers();
        ProviderLookup<Greeter> found = providers.find(Greeter.class, "registry-hello");

        providers.close();
        providers.close();

        assertThatThrownBy(() -> greeting(found)).isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void theVersionOfThisPluginIsKnownBeforeItIsAJar() {
        assertThat(ModuleVersion.own()).matches("\\d+\\.\\d+\\.\\d+.*").doesNotContain("$");
    }
}
