package io.github.registrymaven.diagnosis;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * AWS's own words for a refusal, taken apart: <i>User: ARN is not authorized to perform: ecr:PutImage on resource: ARN because
 * no identity-based policy allows the ecr:PutImage action</i>. The OCI endpoint, the APIs and every tool in between pass
 * them on as they are.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied messages</a>
 * @param principal the ARN of who was refused
 * @param action such as {@code ecr:PutImage}
 * @param resource its ARN, or {@code *}; null where the text does not say
 * @param explicit whether a statement denies it; otherwise none allows it, or the text does not say
 */
public record AwsDenial(
        String principal, String action, @Nullable String resource, Policy policy, boolean explicit) {
    /** The kind of policy that refuses. */
    public enum Policy {
        IDENTITY("an identity-based policy"),
        RESOURCE("a resource-based policy"),
        SERVICE_CONTROL("a service control policy of the organisation"),
        RESOURCE_CONTROL("a resource control policy of the organisation"),
        BOUNDARY("a permissions boundary"),
        SESSION("a session policy"),
        VPC_ENDPOINT("the policy of a VPC endpoint"),
        /** Older texts and those across accounts give no reason. */
        UNSAID("a policy that the text does not name");

        private final String words;

        Policy(String words) {
            this.words = words;
        }

        /** For the middle of a sentence. */
        public String words() {
            return words;
        }
    }

    // Terminals break lines anywhere, in the middle of an ARN too; the bounds keep a hostile text from taking long.
    private static final Pattern WORDS = Pattern.compile(
            "User:\\s{1,4}(?<principal>\\S{1,600}(?:\\n(?!is\\s)\\S{1,200})?)\\s{1,4}is\\s{1,4}not\\s{1,4}authorized\\s{1,4}"
                    + "to\\s{1,4}perform:\\s{1,4}(?<action>[a-z0-9-]{2,40}:[A-Za-z*]{1,80})"
                    + "(?:\\s{1,4}on\\s{1,4}resource:\\s{1,4}(?<resource>\\*|[^\\s\"']{1,600}(?:\\n:[^\\s\"']{1,300})?))?"
                    + "(?<why>\\s{1,4}(?:because|with)\\s[^\"\\n]{1,200})?");

    /** The first refusal in a text; null where there is none. */
    public static @Nullable AwsDenial in(String text) {
        Matcher found = WORDS.matcher(text);
        if (!found.find()) {
            return null;
        }
        String why = found.group("why");
        String reason = why == null ? "" : why.toLowerCase(Locale.ROOT);
        return new AwsDenial(
                joined(found.group("principal")),
                found.group("action"),
                found.group("resource") == null ? null : trimmed(joined(found.group("resource"))),
                policy(reason),
                reason.contains("explicit deny"));
    }

    /** The 12 digits of the principal's account; null where the ARN does not say. */
    public @Nullable String account() {
        return accountIn(principal);
    }

    /** The 12 digits of the account whose resource it is; null where that is not said. */
    public @Nullable String resourceAccount() {
        return resource == null ? null : accountIn(resource);
    }

    private static @Nullable String accountIn(String arn) {
        String[] parts = arn.split(":", 6);
        return parts.length == 6 && parts[4].matches("\\d{12}") ? parts[4] : null;
    }

    private static Policy policy(String reason) {
        if (reason.contains("service control policy")) {
            return Policy.SERVICE_CONTROL;
        }
        if (reason.contains("resource control policy")) {
            return Policy.RESOURCE_CONTROL;
        }
        if (reason.contains("permissions boundary")) {
            return Policy.BOUNDARY;
        }
        if (reason.contains("session policy")) {
            return Policy.SESSION;
        }
        if (reason.contains("vpc endpoint policy")) {
            return Policy.VPC_ENDPOINT;
        }
        if (reason.contains("resource-based policy")) {
            return Policy.RESOURCE;
        }
        return reason.contains("identity-based policy") ? Policy.IDENTITY : Policy.UNSAID;
    }

    private static String joined(String arn) {
        return arn.replace("\n", "");
    }

    /** What ends the sentence is not part of the ARN. */
    private static String trimmed(String arn) {
        return arn.endsWith(".") || arn.endsWith(",") ? arn.substring(0, arn.length() - 1) : arn;
    }
}
