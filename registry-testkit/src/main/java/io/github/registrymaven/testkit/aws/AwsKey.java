package io.github.registrymaven.testkit.aws;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An access key of a {@link AwsTestCloud}. It is made anew for each cloud and opens nothing else; its text hides the secret.
 *
 * @param sessionToken of a session; null for the key of a user or of the root
 * @param expires when a session ends; null for a key that does not
 * @param arn whose it is
 */
public record AwsKey(
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken,
        @Nullable Instant expires,
        String arn) {

    /** The variables of the environment in which every AWS client looks for it. */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_ACCESS_KEY_ID", accessKeyId);
        variables.put("AWS_SECRET_ACCESS_KEY", secretAccessKey);
        if (sessionToken != null) {
            variables.put("AWS_SESSION_TOKEN", sessionToken);
        }
        return variables;
    }

    @Override
    public String toString() {
        return "AwsKey[" + accessKeyId + " of " + arn + "]";
    }
}
