package io.github.registrymaven.declared.ecr;

import io.github.registrymaven.declared.tree.Resource;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a module that is not read cannot do, by where it comes from. */
final class UnreadModule {
    /**
     * An address on the public registry, without its host: its last part is the provider that the module is for. A module from elsewhere is called as
     * anybody likes.
     *
     * @see <a href="https://developer.hashicorp.com/terraform/language/modules/configuration#terraform-registry">Sources</a>
     */
    private static final Pattern SOURCE = Pattern.compile("([\\w-]+)/([\\w-]+)/([a-z0-9]+(?:-[a-z0-9]+)*)(?://.*)?");

    /** Other clouds. A module for a cluster or a code host may bring what that needs on AWS. */
    private static final Set<String> OTHER_CLOUDS =
            Set.of("google", "google-beta", "azurerm", "azuread", "azapi", "alicloud", "oci", "digitalocean", "hcloud");

    /** Of the community's modules for AWS, which are each for one service, those that are seldom missing. */
    private static final Set<String> OTHER_SERVICES = Set.of(
            "vpc",
            "security-group",
            "alb",
            "elb",
            "acm",
            "route53",
            "cloudfront",
            "autoscaling",
            "ec2-instance",
            "key-pair",
            "s3-bucket",
            "rds",
            "rds-aurora",
            "dynamodb-table",
            "elasticache",
            "kms",
            "sns",
            "sqs");

    private UnreadModule() {}

    /** Whether it may set up the scanning of a registry on ECR, as long as nothing shows that it cannot. */
    static boolean mayConfigureEcr(Resource unread) {
        String source = unread.get("source").text();
        Matcher address = SOURCE.matcher(source == null ? "" : source);
        if (!address.matches()) {
            return true;
        }
        boolean otherService = address.group(1).equals("terraform-aws-modules")
                && address.group(3).equals("aws")
                && OTHER_SERVICES.contains(address.group(2));
        return !otherService && !OTHER_CLOUDS.contains(address.group(3));
    }
}
