package io.github.registrymaven.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of the clouds' host names, as their documentation gives them. */
final class Hosts {
    private static final Pattern ECR =
            Pattern.compile("(\\d{12})\\.dkr([.-])ecr(-fips)?\\.([a-z0-9-]+)\\.(amazonaws\\.com|amazonaws\\.com\\.cn"
                    + "|amazonaws\\.eu|on\\.aws|on\\.amazonwebservices\\.com\\.cn|c2s\\.ic\\.gov|sc2s\\.sgov\\.gov"
                    + "|cloud\\.adc-e\\.uk|csp\\.hci\\.ic\\.gov)");
    private static final Pattern ARTIFACT_REGISTRY =
            Pattern.compile("[a-z0-9-]+-docker\\.(pkg\\.dev|s3nsregistry\\.fr)");
    private static final Pattern ACR = Pattern.compile("(?i)([a-z0-9]+)(-[a-z0-9]+)?\\.(azurecr\\.(io|cn|us))");

    private Hosts() {}

    static boolean isEcr(String host) {
        return ECR.matcher(host).matches();
    }

    static boolean isArtifactRegistry(String host) {
        return ARTIFACT_REGISTRY.matcher(host).matches();
    }

    static boolean isAcr(String host) {
        return ACR.matcher(host).matches();
    }

    static RegistryAddress ecr(String host) {
        Matcher matcher = ECR.matcher(host);
        if (!matcher.matches()) {
            return new RegistryAddress.Other();
        }
        String region = matcher.group(4);
        return new RegistryAddress.Ecr(
                matcher.group(1),
                region,
                partition(region),
                matcher.group(3) != null,
                matcher.group(2).equals("-"));
    }

    static RegistryAddress acr(String host) {
        Matcher matcher = ACR.matcher(host);
        return matcher.matches()
                ? new RegistryAddress.Acr(matcher.group(1), matcher.group(3))
                : new RegistryAddress.Other();
    }

    private static String partition(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
