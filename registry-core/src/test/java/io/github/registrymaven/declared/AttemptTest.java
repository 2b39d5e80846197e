package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.declared;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.TagMutability;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code try} and {@code can} notice what Terraform refuses wherever in a value it stands. */
class AttemptTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can([local.x.missing]) ? \"MUTABLE\" : \"IMMUTABLE\"",
                "can({ a = [local.x.missing] }) ? \"MUTABLE\" : \"IMMUTABLE\"",
                "can([local.x.there]) ? \"IMMUTABLE\" : \"MUTABLE\"",
                "try([local.x.missing], [\"IMMUTABLE\"])[0]",
                "try({ a = local.x.missing }, { a = \"IMMUTABLE\" }).a",
                "can([var.open, local.x.missing]) ? \"MUTABLE\" : \"IMMUTABLE\""
            })
    void whatIsRefusedWithinAValueIsRefusedAsAWhole(String expression) {
        assertThat(seen(tags(expression)).said()).isEqualTo("IMMUTABLE");
    }

    @Test
    void whatIsUnknownWithinAValueMayBeRefused() {
        assertThat(unseen(tags("can([var.open.part]) ? \"MUTABLE\" : \"IMMUTABLE\"")))
                .isEqualTo("var.open has no value here (main.tf:7)");
    }

    private Setting<TagMutability> tags(String expression) {
        Declared declared = declared(folder, "main.tf", """
            locals {
              x = { there = 1 }
            }
            variable "open" {}
            resource "aws_ecr_repository" "app" {
              name                 = "app"
              image_tag_mutability = %s
            }
            """.formatted(expression));
        return state(declared, "aws_ecr_repository.app").tags();
    }
}
