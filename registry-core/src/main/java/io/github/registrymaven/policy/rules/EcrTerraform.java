package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a repository of ECR in Terraform, as they are written where it is declared: in a resource, in a template for
 * repositories that a push makes, or in a call of the community's module.
 */
final class EcrTerraform {
    private static final Pattern RESOURCE =
            Pattern.compile("(?:.*\\.)?(aws_ecr_repository\\.([\\w-]+))(\\[(?:\\d+|\".*\")])?");

    private final RepositoryState state;
    private final boolean call;

    EcrTerraform(RepositoryState state) {
        this.state = state;
        this.call = Language.isModuleOfTerraform(state);
    }

    String immutableTags() {
        return (call ? "repository_" : "") + "image_tag_mutability = \"IMMUTABLE\"";
    }

    String scanOnPush() {
        return call
                ? "repository_image_scan_on_push = true"
                : "image_scanning_configuration {\n  scan_on_push = true\n}";
    }

    String ownKey() {
        return call
                ? "repository_encryption_type = \"KMS\"\nrepository_kms_key         = aws_kms_key.KEY.arn"
                : "encryption_configuration {\n  encryption_type = \"KMS\"\n  kms_key         = aws_kms_key.KEY.arn\n}";
    }

    /** Where the policy is to be written: a repository has one, and where there is one already that is what is changed. */
    String lifecycleFile() {
        return hasPolicyElsewhere()
                ? Language.file(((Setting.Seen<Lifecycle>) state.lifecycle()).at())
                : Language.file(state.at());
    }

    /** @param document as JSON, which the rest of the file may have in another form */
    String lifecycle(String document) {
        String text = "<<-EOT\n" + document.indent(2) + "EOT";
        if (call) {
            return "repository_lifecycle_policy = " + text;
        }
        if (state.template()) {
            return "lifecycle_policy = " + text;
        }
        if (hasPolicyElsewhere()) {
            return "policy = " + text;
        }
        Matcher resource = RESOURCE.matcher(state.subject());
        return resource.matches()
                ? resource(resource.group(1), resource.group(2), resource.group(3), text)
                : resource("aws_ecr_repository.NAME", "NAME", null, text);
    }

    private static String resource(String repository, String name, @Nullable String index, String text) {
        String each = "  repository = " + repository + ".name\n";
        if (index != null) {
            each = index.startsWith("[\"")
                    ? "  for_each   = " + repository + "\n  repository = each.value.name\n"
                    : "  count      = length(" + repository + ")\n  repository = " + repository
                            + "[count.index].name\n";
        }
        return "resource \"aws_ecr_lifecycle_policy\" \"" + name + "\" {\n" + each + ("policy     = " + text).indent(2)
                + "}";
    }

    private boolean hasPolicyElsewhere() {
        return state.lifecycle() instanceof Setting.Seen<Lifecycle> seen
                && seen.value() instanceof Lifecycle.Policy
                && Language.file(seen.at()).endsWith(".tf");
    }
}
