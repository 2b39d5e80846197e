package io.github.registrymaven.google;

import com.google.auth.oauth2.AwsCredentials;
import com.google.auth.oauth2.AwsSecurityCredentials;
import com.google.auth.oauth2.AwsSecurityCredentialsSupplier;
import com.google.auth.oauth2.ExternalAccountSupplierContext;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.gson.JsonObject;

/**
 * AWS's keys in the machine's environment, with which a request is signed that a pool trusts. Google's library would read the
 * process's environment; where there are none, it asks the metadata service that the file names.
 *
 * @see <a href="https://cloud.google.com/iam/docs/workload-identity-federation-with-other-clouds">Federation with AWS</a>
 */
final class AwsKeys implements AwsSecurityCredentialsSupplier {
    private static final long serialVersionUID = 1L;

    private final transient GoogleSettings settings;

    private AwsKeys(GoogleSettings settings) {
        this.settings = settings;
    }

    /** Credentials with the machine's keys; as they are where they are not of AWS, or the machine has no keys. */
    @SuppressWarnings(
            "NullAway") // a source and a supplier exclude each other, and no other method takes the source away
    static GoogleCredentials in(GoogleSettings settings, GoogleCredentials read, JsonObject file) {
        AwsKeys keys = new AwsKeys(settings);
        boolean areThere = settings.variable("AWS_ACCESS_KEY_ID") != null
                && settings.variable("AWS_SECRET_ACCESS_KEY") != null
                && !keys.region().isEmpty();
        if (!areThere || !(read instanceof AwsCredentials aws)) {
            return read;
        }
        AwsCredentials.Builder builder =
                AwsCredentials.newBuilder(aws).setCredentialSource(null).setAwsSecurityCredentialsSupplier(keys);
        String asked = Json.text(Json.object(file, "credential_source"), "regional_cred_verification_url");
        return asked.isEmpty()
                ? builder.build()
                : builder.setRegionalCredentialVerificationUrlOverride(asked).build();
    }

    private String region() {
        String region = settings.variable("AWS_REGION");
        String otherwise = settings.variable("AWS_DEFAULT_REGION");
        return region != null ? region : otherwise == null ? "" : otherwise;
    }

    @Override
    public String getRegion(ExternalAccountSupplierContext context) {
        return region();
    }

    @Override
    public AwsSecurityCredentials getCredentials(ExternalAccountSupplierContext context) {
        return new AwsSecurityCredentials(
                String.valueOf(settings.variable("AWS_ACCESS_KEY_ID")),
                String.valueOf(settings.variable("AWS_SECRET_ACCESS_KEY")),
                settings.variable("AWS_SESSION_TOKEN"));
    }
}
