package io.github.registrymaven.blueprint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy of AWS, as text that is ready to be passed to it. */
public final class IamPolicy {
    private final List<String> statements = new ArrayList<>();

    private IamPolicy() {}

    /** One without statements yet, which AWS would not take. */
    public static IamPolicy empty() {
        return new IamPolicy();
    }

    /**
     * Adds what is allowed.
     *
     * @param resources ARNs; none in a repository's own policy, which is about that repository
     * @param principal the ARN of whom it is allowed to; null in a policy that hangs on a principal
     */
    public IamPolicy allow(Collection<String> actions, Collection<String> resources, @Nullable String principal) {
        return statement(allowing(actions, resources, principal));
    }

    /**
     * Adds what is allowed to a role of which the path is not known, as a session does not tell it: AWS takes no policy that names
     * a role which does not exist.
     *
     * @param account the ARN of the role's account, which ends with {@code :root}
     * @param role the role's name
     * @see <a href="https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html">As AWS does it for
     *     the roles of permission sets</a>
     */
    public IamPolicy allowRole(Collection<String> actions, Collection<String> resources, String account, String role) {
        String roles = account.replaceFirst("root$", "role/");
        List<String> members = allowing(actions, resources, account);
        members.add("\"Condition\": {\n        \"ArnLike\": {\n          \"aws:PrincipalArn\": "
                + JsonText.list(List.of(roles + role, roles + "*/" + role)) + "\n        }\n      }");
        return statement(members);
    }

    private static List<String> allowing(
            Collection<String> actions, Collection<String> resources, @Nullable String principal) {
        List<String> members = new ArrayList<>();
        members.add("\"Effect\": \"Allow\"");
        if (principal != null) {
            members.add("\"Principal\": {\"AWS\": " + JsonText.quoted(principal) + "}");
        }
        members.add("\"Action\": " + JsonText.list(actions));
        if (!resources.isEmpty()) {
            members.add("\"Resource\": " + resources(resources));
        }
        return members;
    }

    /**
     * Lets somebody in whom an identity provider vouches for.
     *
     * @param provider its ARN
     * @param issuer the provider's name in conditions: its URL without the scheme
     * @param audience whom the token has to be for
     * @param subject whom the token has to be about, to the letter
     */
    public IamPolicy letIn(String provider, String issuer, String audience, String subject) {
        return statement(List.of(
                "\"Effect\": \"Allow\"",
                "\"Principal\": {\"Federated\": " + JsonText.quoted(provider) + "}",
                "\"Action\": \"sts:AssumeRoleWithWebIdentity\"",
                "\"Condition\": {\n        \"StringEquals\": {\n          " + JsonText.quoted(issuer + ":aud") + ": "
                        + JsonText.quoted(audience) + ",\n          " + JsonText.quoted(issuer + ":sub") + ": "
                        + JsonText.quoted(subject) + "\n        }\n      }"));
    }

    private IamPolicy statement(List<String> members) {
        statements.add("    {\n      " + String.join(",\n      ", members) + "\n    }");
        return this;
    }

    private static String resources(Collection<String> resources) {
        return resources.size() == 1
                ? JsonText.quoted(resources.iterator().next())
                : "[\n        "
                        + String.join(
                                ",\n        ",
                                resources.stream().map(JsonText::quoted).toList())
                        + "\n      ]";
    }

    /** The whole document. */
    public String text() {
        return "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n" + String.join(",\n", statements)
                + "\n  ]\n}\n";
    }
}
