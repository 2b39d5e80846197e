package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Encryption.Keeper;
import io.github.registrymaven.policy.RepositoryState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bicep as its own formatter and Azure's modules write it. */
class BicepLanguageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "output x string = true\n  ? 'a'\n  : 'b'",
                "type kind =\n  | 'a'\n  | 'b'",
                "param kind\n  | 'a'\n  | 'b' = 'a'",
                "func name(a string) string =>\n  '${a}x'",
                "var text = $'''\nhello ${1} '''",
                "var text = $$'''\nhello ${no} $${1} '''",
                "param all array = []\nvar last = all[^1]",
                "var x = true // why\n  // more of it\n  ? 'a'\n  /* or */ : 'b'",
                "resource other 'Microsoft.Storage/storageAccounts@2022-09-01' = if (true)\n{\n  name: 'x'\n}",
                "using none",
            })
    void isReadToItsEnd(String statement) {
        Declared declared = Fixtures.declared(folder, "main.bicep", statement + """

                resource acr 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
                  name: 'acme'
                  properties: { adminUserEnabled: true }
                }
                """);

        assertThat(declared.problems()).isEmpty();
        assertThat(seen(state(declared, "acr").adminUser())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json('null')",
                "null",
                "empty(key) ? null : {}",
                "!empty(key) ? { status: 'enabled' } : null",
                "key == null ? {} : key.?settings",
                "json('{\"status\": \"disabled\"}')",
                "any(json('null'))"
            })
    void knowsThatThereIsNoKeyOfTheCustomer(String encryption) {
        assertThat(seen(registry("param key object = {}", "encryption: " + encryption)
                                .encryption())
                        .keeper())
                .isEqualTo(Keeper.PROVIDER);
    }

    @Test
    void takesAParameterThatMayBeNullForNullWhereItIsNotGiven() {
        assertThat(seen(registry("param admin bool?", "adminUserEnabled: admin ?? true")
                        .adminUser()))
                .isTrue();
        assertThat(seen(registry("param admin bool?", "adminUserEnabled: admin").adminUser()))
                .isFalse();
    }

    @Test
    void countsTheLastOfWhatIsSpreadIntoAnObject() {
        assertThat(seen(registry("var standard = { adminUserEnabled: true }", "...standard")
                        .adminUser()))
                .isTrue();
        assertThat(seen(registry("var standard = { adminUserEnabled: true }", "...standard, adminUserEnabled: false")
                        .adminUser()))
                .isFalse();
        assertThat(unseen(registry("param standard object", "adminUserEnabled: true, ...standard")
                        .adminUser()))
                .startsWith("the parameter standard has no default");
        assertThat(seen(registry("param standard object", "...standard, adminUserEnabled: true")
                        .adminUser()))
                .isTrue();
    }

    @Test
    void comparesNumbers() {
        assertThat(seen(registry("param days int = -1", "adminUserEnabled: days > 0 || 3 <= days")
                        .adminUser()))
                .isFalse();
    }

    private RepositoryState registry(String statement, String properties) {
        return state(
                Fixtures.declared(
                        folder,
                        "main.bicep",
                        statement + "\nresource acr 'Microsoft.ContainerRegistry/registries@2023-07-01' = {\n"
                                + "  name: 'acme'\n  sku: { name: 'Premium' }\n  properties: { " + properties
                                + " }\n}\n"),
                "acr");
    }
}
