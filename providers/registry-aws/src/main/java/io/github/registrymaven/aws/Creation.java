package io.github.registrymaven.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.DescribePullThroughCacheRulesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoryCreationTemplatesRequest;
import software.amazon.awssdk.services.ecr.model.PullThroughCacheRule;
import software.amazon.awssdk.services.ecr.model.RepositoryCreationTemplate;

/**
 * How repositories come into being by themselves: by a push, where a template says so, or by a pull through a cache.
 *
 * @param templates null where they could not be seen, and {@code unseen} says why
 * @param caches the rules of pull-through caches; empty where there are none, or they could not be seen
 */
record Creation(
        @Nullable List<RepositoryCreationTemplate> templates,
        @Nullable String unseen,
        List<PullThroughCacheRule> caches) {
    private static final String CREATE_ON_PUSH = "CREATE_ON_PUSH";

    static Creation notAsked() {
        return new Creation(null, "they were not asked for", List.of());
    }

    static Creation otherAccount() {
        return new Creation(null, "creation templates are shown to the registry's own account only", List.of());
    }

    static Creation ask(EcrClient ecr, String registry) throws InterruptedException {
        Answer<List<RepositoryCreationTemplate>> templates = Answer.to(() -> ecr
                .describeRepositoryCreationTemplatesPaginator(
                        DescribeRepositoryCreationTemplatesRequest.builder().build())
                .repositoryCreationTemplates()
                .stream()
                .limit(1000)
                .toList());
        Answer<List<PullThroughCacheRule>> caches =
                Answer.to(() -> ecr.describePullThroughCacheRules(DescribePullThroughCacheRulesRequest.builder()
                                .registryId(registry)
                                .build())
                        .pullThroughCacheRules());
        List<PullThroughCacheRule> rules =
                caches instanceof Answer.Given<List<PullThroughCacheRule>> given ? given.value() : List.of();
        return templates instanceof Answer.Given<List<RepositoryCreationTemplate>> given
                ? new Creation(given.value(), null, rules)
                : new Creation(
                        null,
                        ((Answer.None<List<RepositoryCreationTemplate>>) templates)
                                .trouble()
                                .summary(),
                        rules);
    }

    /** The template by which a push would create the repository; null where none does. */
    @Nullable
    RepositoryCreationTemplate byPush(String repository) {
        RepositoryCreationTemplate nearest = null;
        for (RepositoryCreationTemplate template :
                templates == null ? List.<RepositoryCreationTemplate>of() : templates) {
            if (isBelow(repository, template.prefix()) && (nearest == null || length(template) > length(nearest))) {
                nearest = template;
            }
        }
        // The most specific prefix decides, also that a push creates nothing.
        return nearest != null && nearest.appliedForAsStrings().contains(CREATE_ON_PUSH) ? nearest : null;
    }

    /** The cache in whose namespace the repository would be. */
    @Nullable
    PullThroughCacheRule cacheOf(String repository) {
        return caches.stream()
                .filter(rule -> isBelow(repository, rule.ecrRepositoryPrefix()))
                .findFirst()
                .orElse(null);
    }

    private static int length(RepositoryCreationTemplate template) {
        return "ROOT".equals(template.prefix()) ? 0 : template.prefix().length();
    }

    private static boolean isBelow(String repository, @Nullable String prefix) {
        if (prefix == null) {
            return false;
        }
        String folder = prefix.endsWith("/") ? prefix : prefix + "/";
        return prefix.equals("ROOT") || repository.startsWith(folder) || repository.equals(prefix);
    }
}
