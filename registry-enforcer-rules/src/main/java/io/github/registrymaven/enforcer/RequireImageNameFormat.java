package io.github.registrymaven.enforcer;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.jspecify.annotations.Nullable;

/**
 * Requires that image names follow the grammar, their registry's own rules, and what an organisation asks of them. Needs
 * no network. An empty {@code <image>} is a module without an image and breaks nothing.
 */
@Named("requireImageNameFormat")
public final class RequireImageNameFormat extends AbstractEnforcerRule {
    /** The images, as complete references. */
    private @Nullable List<String> images;

    /** The registries allowed, as {@code host} or {@code host:port}; every one where none is given. */
    private @Nullable List<String> allowedHosts;

    /** A regular expression for the whole repository: what lies between host and tag. */
    private @Nullable String repositoryPattern;

    /** A regular expression for the whole tag. */
    private @Nullable String tagPattern;

    /** Whether a name must say its registry, and not leave it to docker. */
    private boolean requireExplicitHost = true;

    /** Whether a name must say its tag or digest, and not leave {@code latest} to docker. */
    private boolean requireExplicitTag = true;

    /** What to say first when the rule is broken. */
    private @Nullable String message;

    /** Whether nothing is checked. */
    private boolean skip;

    @Override
    public void execute() throws EnforcerRuleException {
        if (skip) {
            return;
        }
        NamePolicy policy = new NamePolicy(
                hosts(),
                pattern("repositoryPattern", repositoryPattern),
                pattern("tagPattern", tagPattern),
                requireExplicitHost,
                requireExplicitTag);
        if (images == null) {
            throw mistake("images is not given; it takes a list of references: "
                    + "<images><image>registry.example.com/team/app:1.0</image></images>");
        }
        List<String> breaches = new ArrayList<>();
        for (String image : images) {
            if (image != null && !image.isBlank()) {
                policy.breaches(image.strip()).forEach(breach -> breaches.add(breach.text()));
            }
        }
        if (!breaches.isEmpty()) {
            throw new EnforcerRuleException((message == null ? "" : message + "\n") + String.join("\n\n", breaches));
        }
    }

    private List<String> hosts() throws EnforcerRuleError {
        List<String> hosts = new ArrayList<>();
        for (String host : allowedHosts == null ? List.<String>of() : allowedHosts) {
            if (host != null && !host.isBlank()) {
                hosts.add(normalised(host.strip()));
            }
        }
        if (allowedHosts != null && hosts.isEmpty()) {
            throw mistake("allowedHosts is given, but names no host");
        }
        return hosts;
    }

    /** As the host of a reference is: Docker Hub has several names. */
    private static String normalised(String host) throws EnforcerRuleError {
        ParsedReference parsed = ImageReference.parse(host + "/repository");
        if (host.contains("/") || parsed instanceof ParsedReference.Invalid) {
            throw mistake(notAHost(host));
        }
        ImageReference reference = ((ParsedReference.Valid) parsed).reference();
        if (reference.hostImplied()) {
            throw mistake(notAHost(host));
        }
        return reference.host();
    }

    private static String notAHost(String host) {
        return "allowedHosts names '" + host + "'; it takes hosts, as registry.example.com or localhost:5000, "
                + "without https:// and without a path";
    }

    private static @Nullable Pattern pattern(String parameter, @Nullable String expression) throws EnforcerRuleError {
        if (expression == null || expression.isBlank()) {
            return null;
        }
        try {
            return Pattern.compile(expression.strip());
        } catch (PatternSyntaxException broken) {
            throw mistake(parameter + " is '" + expression.strip() + "', which is no regular expression: "
                    + broken.getDescription() + " at " + Math.max(0, broken.getIndex()));
        }
    }

    private static EnforcerRuleError mistake(String text) {
        return new EnforcerRuleError("requireImageNameFormat: " + text);
    }

    /** Null: Enforcer would register the rule before it ran, and let other modules pass beside its failure. */
    @Override
    public @Nullable String getCacheId() {
        return null;
    }

    @Override
    public String toString() {
        return "RequireImageNameFormat[images=" + images + ", allowedHosts=" + allowedHosts + ", repositoryPattern="
                + repositoryPattern + ", tagPattern=" + tagPattern + "]";
    }
}
