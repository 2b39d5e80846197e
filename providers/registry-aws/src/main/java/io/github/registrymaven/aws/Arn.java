package io.github.registrymaven.aws;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ARN of a caller, as {@code sts:GetCallerIdentity} tells it. */
record Arn(String text) {
    private static final Pattern SESSION =
            Pattern.compile("arn:(?<partition>[\\w-]+):sts::(?<account>\\d{12}):assumed-role/(?<role>[^/]+)/.+");
    private static final Pattern USER = Pattern.compile("arn:[\\w-]+:iam::\\d{12}:user/.+");

    /** An IAM user can be simulated as it is. */
    boolean isUser() {
        return USER.matcher(text).matches();
    }

    boolean isRoot() {
        return text.endsWith(":root");
    }

    /** The name of the role that was assumed; null where none was. */
    @Nullable
    String role() {
        Matcher session = SESSION.matcher(text);
        return session.matches() ? session.group("role") : null;
    }

    /** The role's ARN as far as a session tells it: the path is lost. */
    @Nullable
    String roleWithoutPath() {
        Matcher session = SESSION.matcher(text);
        return session.matches()
                ? "arn:" + session.group("partition") + ":iam::" + session.group("account") + ":role/"
                        + session.group("role")
                : null;
    }
}
