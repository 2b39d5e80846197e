package io.github.registrymaven.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What parsing and the rules promise for any text at all; the properties and the fuzz test hold them to it. */
final class ReferenceClaims {
    private ReferenceClaims() {}

    static void hold(String text) {
        ParsedReference parsed = ImageReference.parse(text);
        if (parsed instanceof ParsedReference.Invalid invalid) {
            hold(invalid.problem());
            String suggestion = invalid.problem().suggestion();
            if (suggestion != null) {
                assertThat(suggestion).isNotEqualTo(text);
                assertThat(NamingRules.refuses(Parse.valid(suggestion))).isFalse();
            }
        } else if (parsed instanceof ParsedReference.Valid valid) {
            hold(valid.reference());
        }
    }

    private static void hold(ImageReference image) {
        ImageReference again = Parse.valid(image.canonical());
        assertThat(again.canonical()).isEqualTo(image.canonical());
        assertThat(again.kind()).isEqualTo(image.kind());
        assertThat(RegistryAddress.of(again)).isEqualTo(RegistryAddress.of(image));
        for (NamingRemark remark : NamingRules.check(image)) {
            hold(remark.problem());
            String suggestion = remark.problem().suggestion();
            if (suggestion != null) {
                assertThat(Parse.valid(suggestion).canonical()).isNotEqualTo(image.canonical());
            }
        }
    }

    private static void hold(ReferenceProblem problem) {
        List<String> marked = problem.marked();
        assertThat(marked).hasSize(2);
        assertThat(marked.get(0)).matches("[ -~]*").hasSizeLessThanOrEqualTo(120);
        assertThat(marked.get(1))
                .matches(" *\\^")
                .hasSizeLessThanOrEqualTo(marked.get(0).length() + 1);
        assertThat(problem.position()).isBetween(0, problem.input().length());
        assertThat(problem.message()).matches("[ -~]+");
        assertThat(problem.expected()).matches("[ -~]+");
    }
}
