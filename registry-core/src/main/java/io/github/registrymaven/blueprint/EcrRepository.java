package io.github.registrymaven.blueprint;

import io.github.registrymaven.reference.RegistryAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A repository on Amazon ECR as it should be: tags that stay, a scan of every push, and untagged images that go. In every language
 * that it is asked for, so that a remedy, generated code and what is provisioned are one and the same.
 */
public record EcrRepository(RegistryAddress.Ecr registry, String name, TagFixing tags) {
    /** After how many days an image goes that no tag names any more. */
    public static final int UNTAGGED_DAYS = 14;

    /** The lifecycle policy, as ECR takes it. */
    public static final String LIFECYCLE_POLICY =
            "{\"rules\":[{\"rulePriority\":1,\"description\":\"Untagged images go after " + UNTAGGED_DAYS
                    + " days\",\"selection\":{\"tagStatus\":\"untagged\",\"countType\":\"sinceImagePushed\","
                    + "\"countUnit\":\"days\",\"countNumber\":" + UNTAGGED_DAYS
                    + "},\"action\":{\"type\":\"expire\"}}]}";

    private static final String EXCEPTIONS = "imageTagMutabilityExclusionFilters";

    public static EcrRepository of(RegistryAddress.Ecr registry, String name, List<String> tags) {
        return new EcrRepository(registry, name, TagFixing.of(tags));
    }

    public String arn() {
        return "arn:" + registry.partition() + ":ecr:" + registry.region() + ":" + registry.account() + ":repository/"
                + name;
    }

    /** Creates it, without the lifecycle policy, which takes a call of its own. */
    public EcrCall create() {
        return EcrCall.of(this, "CreateRepository")
                .with("imageTagMutability", tags.mode())
                .with(EXCEPTIONS, tags.shorthand())
                .with("imageScanningConfiguration", "scanOnPush=true");
    }

    /** Lets untagged images go. */
    public EcrCall putLifecyclePolicy() {
        return EcrCall.of(this, "PutLifecyclePolicy").with("lifecyclePolicyText", LIFECYCLE_POLICY);
    }

    /** Fixes the tags. */
    public EcrCall fixTags() {
        return EcrCall.of(this, "PutImageTagMutability")
                .with("imageTagMutability", tags.mode())
                .with(EXCEPTIONS, tags.shorthand());
    }

    /** Has every push scanned. */
    public EcrCall scanOnPush() {
        return EcrCall.of(this, "PutImageScanningConfiguration").with("imageScanningConfiguration", "scanOnPush=true");
    }

    /** Terraform for it, by its own name. */
    public String terraform() {
        return terraform(label(name));
    }

    /** Terraform for several repositories of one account and region, each under a label of its own. */
    public static String terraform(List<EcrRepository> repositories) {
        Map<String, Integer> taken = new TreeMap<>();
        StringBuilder all = new StringBuilder();
        for (EcrRepository repository : repositories) {
            String label = label(repository.name());
            int number = taken.merge(label, 1, Integer::sum);
            all.append(all.length() == 0 ? "" : "\n")
                    .append(repository.terraform(number == 1 ? label : label + "_" + number));
        }
        return all.toString();
    }

    private static String label(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_-]", "_");
        return Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
    }

    private String terraform(String label) {
        StringBuilder exceptions = new StringBuilder();
        for (String filter : tags.except()) {
            // Terraform's own words for an older provider name the block and not what is missing.
            exceptions.append(exceptions.length() > 0 ? "" : """

                      # Exclusion filters take the AWS provider in version 6 or newer.\
                    """).append("""

                      image_tag_mutability_exclusion_filter {
                        filter      = "%s"
                        filter_type = "WILDCARD"
                      }
                    """.formatted(filter));
        }
        return """
                resource "aws_ecr_repository" "%1$s" {
                  name                 = "%2$s"
                  image_tag_mutability = "%3$s"
                %4$s
                  image_scanning_configuration {
                    scan_on_push = true
                  }
                }

                resource "aws_ecr_lifecycle_policy" "%1$s" {
                  repository = aws_ecr_repository.%1$s.name
                  policy = jsonencode({
                    rules = [{
                      rulePriority = 1
                      description  = "Untagged images go after %5$d days"
                      selection = {
                        tagStatus   = "untagged"
                        countType   = "sinceImagePushed"
                        countUnit   = "days"
                        countNumber = %5$d
                      }
                      action = { type = "expire" }
                    }]
                  })
                }
                """.formatted(label, name, tags.mode(), exceptions, UNTAGGED_DAYS);
    }
}
