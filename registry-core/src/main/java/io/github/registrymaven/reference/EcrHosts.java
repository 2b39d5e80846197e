package io.github.registrymaven.reference;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hosts of Amazon ECR: one for each account and region, in two spellings and several partitions. */
final class EcrHosts {
    private static final String REGION = "(?<region>[a-z]{2,}(?:-[a-z]+)+-\\d+)";
    private static final Pattern IPV4 = Pattern.compile("(?<account>\\d{12})\\.dkr\\.ecr(?<fips>-fips)?\\." + REGION
            + "\\.(?<suffix>amazonaws\\.com(?:\\.cn)?|amazonaws\\.eu"
            + "|c2s\\.ic\\.gov|sc2s\\.sgov\\.gov|cloud\\.adc-e\\.uk|csp\\.hci\\.ic\\.gov)");
    private static final Pattern DUAL_STACK = Pattern.compile("(?<account>\\d{12})\\.dkr-ecr(?<fips>-fips)?\\." + REGION
            + "\\.(?<suffix>on\\.aws|on\\.amazonwebservices\\.(?:com\\.cn|eu))");
    private static final Map<String, String> PARTITIONS = Map.of(
            "amazonaws.com.cn", "aws-cn",
            "on.amazonwebservices.com.cn", "aws-cn",
            "amazonaws.eu", "aws-eusc",
            "on.amazonwebservices.eu", "aws-eusc",
            "c2s.ic.gov", "aws-iso",
            "sc2s.sgov.gov", "aws-iso-b",
            "cloud.adc-e.uk", "aws-iso-e",
            "csp.hci.ic.gov", "aws-iso-f");

    private EcrHosts() {}

    static boolean serves(String host) {
        return IPV4.matcher(host).matches() || DUAL_STACK.matcher(host).matches();
    }

    static RegistryAddress read(String host) {
        Matcher ipv4 = IPV4.matcher(host);
        Matcher dualStack = DUAL_STACK.matcher(host);
        if (ipv4.matches()) {
            return address(ipv4, false);
        }
        return dualStack.matches() ? address(dualStack, true) : new RegistryAddress.Other();
    }

    private static RegistryAddress address(Matcher host, boolean dualStack) {
        String region = host.group("region");
        // GovCloud shares the suffix of the commercial partition.
        String shared = region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
        return new RegistryAddress.Ecr(
                host.group("account"),
                region,
                PARTITIONS.getOrDefault(host.group("suffix"), shared),
                host.group("fips") != null,
                dualStack);
    }
}
