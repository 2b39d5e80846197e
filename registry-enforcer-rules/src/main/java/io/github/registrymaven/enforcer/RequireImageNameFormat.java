package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.RepositoryState.Source;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.Outcome;
import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.jspecify.annotations.Nullable;

/**
 * Requires that image names follow the grammar, their registry's own rules, and what an organisation asks of them. Needs
 * no network. An empty {@code <image>} is a module without an image and breaks nothing.
 */
@Named(RequireImageNameFormat.NAME)
public final class RequireImageNameFormat extends RegistryRule {
    /** The rule's name, as an element of a POM. */
    static final String NAME = "requireImageNameFormat";

    /**
     * The images, as complete references; where the element is not there, those that the module's plugins will push. An empty {@code
     * <image>} is a module without one.
     */
    private @Nullable List<Image> images;

    /** The registries allowed, as {@code host} or {@code host:port}; every one where none is given. */
    private @Nullable List<String> allowedHosts;

    /** The accounts of AWS whose registries are allowed, by their 12 digits; every one where none is given. */
    private @Nullable List<String> allowedAccounts;

    /** The projects of Google whose registries are allowed; every one where none is given. */
    private @Nullable List<String> allowedProjects;

    /** A regular expression for the whole repository: what lies between host and tag. */
    private @Nullable String repositoryPattern;

    /** A regular expression for the whole tag. */
    private @Nullable String tagPattern;

    /** Whether a name must say its registry, and not leave it to docker. */
    private boolean requireExplicitHost = true;

    /** Whether a name must say its tag or digest, and not leave {@code latest} to docker. */
    private boolean requireExplicitTag = true;

    /** Whether {@code images} must go to a registry that the module's own plugins push to. */
    private boolean requirePublishRegistry;

    /** What a verdict of unknown does, as of a name with a variable in it: {@code warn}, {@code ignore} or {@code fail}. */
    private String onUnknown = "warn";

    /** What to say first when the rule is broken. */
    private @Nullable String message;

    /** Whether nothing is checked. */
    private boolean skip;

    @Inject
    RequireImageNameFormat(JudgedModule module) {
        super(NAME, module);
    }

    @Override
    public void execute() throws EnforcerRuleException {
        if (skip) {
            return;
        }
        NamePolicy policy = new NamePolicy(
                hosts(),
                new Owners(Given.texts(allowedAccounts), Given.texts(allowedProjects)),
                pattern("repositoryPattern", repositoryPattern),
                pattern("tagPattern", tagPattern),
                requireExplicitHost,
                requireExplicitTag);
        Consumer<String> remarks = remark -> getLog().warn(remark);
        Telling telling = new Telling(NAME, onUnknown, message, remarks);
        Map<Judgement, List<String>> judgements = new LinkedHashMap<>();
        List<NameBreach> breaches = new ArrayList<>();
        for (RequestedImage image : module().requested(images, NAME, remarks)) {
            judge(policy, image, judgements, breaches);
        }
        module().keep(judgements.keySet(), remarks);
        judgements.keySet().removeIf(judgement -> judgement.outcome() == Outcome.FAIL);
        telling.tell(judgements);
        if (!breaches.isEmpty()) {
            throw new EnforcerRuleException((message == null ? "" : message + "\n")
                    + breaches.stream().map(NameBreach::text).collect(Collectors.joining("\n\n")));
        }
    }

    private void judge(
            NamePolicy policy,
            RequestedImage image,
            Map<Judgement, List<String>> judgements,
            List<NameBreach> breaches) {
        String written = image.reference();
        if (written.contains("${")) {
            judgements.put(judgement(image, Outcome.UNKNOWN, "has a variable that is not known here"), List.of());
            return;
        }
        List<NameBreach> found = new ArrayList<>(policy.breaches(written));
        if (requirePublishRegistry && images != null) {
            PublishRegistry.breach(written, module().deployed()).ifPresent(found::add);
        }
        for (NameBreach breach : found) {
            judgements.put(breach.judgement(image.foundIn()), List.of());
        }
        breaches.addAll(found);
        if (found.isEmpty()) {
            judgements.put(judgement(image, Outcome.PASS, "has the format that is asked for"), List.of());
        }
    }

    private static Judgement judgement(RequestedImage image, Outcome outcome, String fact) {
        return new Judgement(
                NAME,
                image.reference(),
                image.foundIn(),
                Source.DECLARED,
                outcome,
                PolicyLevel.MINIMUM,
                fact,
                null,
                List.of());
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
        return new EnforcerRuleError(NAME + ": " + text);
    }

    @Override
    public String toString() {
        return "RequireImageNameFormat[images=" + images + ", allowedHosts=" + allowedHosts + ", repositoryPattern="
                + repositoryPattern + ", tagPattern=" + tagPattern + "]";
    }
}
