package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.policy.rules.Pushes;
import io.github.registrymaven.policy.rules.StateRule;
import io.github.registrymaven.policy.rules.StateRules;
import io.github.registrymaven.policy.rules.Terms;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.PreflightParameters;
import io.github.registrymaven.session.PushForecast;
import io.github.registrymaven.session.SessionMap;
import io.github.registrymaven.session.SessionStates;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.jspecify.annotations.Nullable;

/**
 * A rule about how the repositories of the images are set up: as infrastructure as code declares, in every build, and as their
 * cloud says, only in builds that will push and never offline. What cannot be found out breaks nothing, unless {@code onUnknown}
 * says so.
 */
abstract class RepositoryRule extends RegistryRule {
    /**
     * The images, as complete references; where the element is not there, those that the module's plugins will
     * push. An empty {@code <image>} is a module without one.
     */
    private @Nullable List<Image> images;

    /** How much is asked: {@code minimum}, {@code good} or {@code strict}. */
    private String policyLevel = "minimum";

    /** What a verdict of unknown does: {@code warn}, {@code ignore} or {@code fail}. */
    private String onUnknown = "warn";

    /** Files and folders of infrastructure as code, whose declarations are judged in every build. */
    private @Nullable List<Folder> declaredIn;

    /** When the network is asked: {@code push}, in builds that will push; {@code always}. */
    private String when = "push";

    /** Hosts that may be spoken to over plain http, or with an untrusted certificate. */
    private @Nullable List<String> insecureRegistries;

    /** Where hosts are really reached, as {@code host=url} pairs. */
    private @Nullable List<String> endpoints;

    /** Which of a cloud's profiles on this machine is meant for a host, as {@code host=profile} pairs. */
    private @Nullable List<String> profiles;

    /** Seconds for one request. */
    private int requestTimeout = 10;

    /** Seconds for all of it. */
    private int deadline = 60;

    /** Whether nothing is checked. */
    private boolean skip;

    /** What to say first when the rule is broken. */
    private @Nullable String message;

    private final Consumer<String> warnings = this::warnOnce;

    RepositoryRule(String name, JudgedModule module) {
        super(name, module);
    }

    /** What is asked beside the level, by the parameters of the rule. */
    Terms terms(PolicyLevel level) throws EnforcerRuleError {
        return Terms.of(level);
    }

    /** How many images a registry counts for one push. */
    int manifestsPerPush() throws EnforcerRuleError {
        return 1;
    }

    @Override
    public final void execute() throws EnforcerRuleException {
        if (skip) {
            return;
        }
        boolean always =
                Telling.oneOf(name(), "when", when, List.of("push", "always")).equals("always");
        Telling telling = new Telling(name(), onUnknown, message, warnings);
        Terms terms = terms(Given.level(name(), policyLevel));
        int manifests = manifestsPerPush();
        List<ImageReference> references = module().references(images, warnings);
        List<File> places = places(references);
        if (references.isEmpty()) {
            tell(ofAllDeclared(places, terms, manifests), telling);
            return;
        }
        Map<Judgement, List<String>> said = new LinkedHashMap<>(declared(places, references, terms, manifests));
        if (always || PushForecast.buildPushes(module().session())) {
            if (module().session().isOffline()) {
                getLog().info(name() + ": offline, no cloud was asked");
            } else {
                said.putAll(judge(ask(references), terms, manifests));
            }
        }
        tell(new Answer(said), telling);
    }

    private void tell(Answer answer, Telling telling) throws EnforcerRuleException {
        if (answer.isNew()) {
            module().keep(answer.judgements().keySet(), warnings);
        }
        telling.tell(answer.judgements());
    }

    /** Without an image every module asks the same, of all that is declared, so the first answers for all. */
    private Answer ofAllDeclared(List<File> places, Terms terms, int manifests) {
        return SessionMap.<List<Object>, Answer>of(
                        module().session().getRepositorySession().getData(), StateRule.class)
                .computeIfAbsent(
                        List.of(name(), places, terms, manifests),
                        unasked -> new Answer(declared(places, List.of(), terms, manifests)));
    }

    private Map<Judgement, List<String>> declared(
            List<File> places, List<ImageReference> references, Terms terms, int manifests) {
        return places.isEmpty() ? Map.of() : judge(module().governing(places, references, warnings), terms, manifests);
    }

    /** A module without an image may be without infrastructure as well, below a parent that names a folder for all. */
    private List<File> places(List<ImageReference> references) {
        List<File> places = Given.files(declaredIn);
        if (references.isEmpty()) {
            places.removeIf(place -> !place.exists());
        }
        return places;
    }

    private Map<RepositoryState, List<ImageReference>> ask(List<ImageReference> references) throws EnforcerRuleError {
        List<RequestedImage> requested = references.stream()
                .map(reference -> new RequestedImage(reference.written(), name()))
                .collect(Collectors.toList());
        try {
            PreflightRequest request = new PreflightParameters()
                    .insecureRegistries(insecureRegistries)
                    .endpoints(endpoints)
                    .profiles(profiles)
                    .requestTimeout(requestTimeout)
                    .deadline(deadline)
                    .request(requested);
            return new SessionStates(module().session(), module().decrypter(), module().repositories())
                    .byRepository(request);
        } catch (ConfigurationProblem problem) {
            throw new EnforcerRuleError(name() + ": " + problem.getMessage(), problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EnforcerRuleError(name() + " was interrupted", interrupted);
        }
    }

    /** The images that one state governs are judged together: the rule is kept where it is kept for each of them. */
    private Map<Judgement, List<String>> judge(
            Map<RepositoryState, List<ImageReference>> byRepository, Terms terms, int manifests) {
        Map<Judgement, List<String>> said = new LinkedHashMap<>();
        StateRule rule = Objects.requireNonNull(SessionMap.<String, StateRules>of(
                        module().session().getRepositorySession().getData(), StateRules.class)
                .computeIfAbsent("", unasked -> new StateRules())
                .named(name()));
        for (Map.Entry<RepositoryState, List<ImageReference>> governed : byRepository.entrySet()) {
            List<ImageReference> pushed = governed.getValue();
            List<String> images = new ArrayList<>();
            for (ImageReference image : pushed) {
                images.add(image.written());
            }
            Terms asked = pushed.isEmpty() ? terms : terms.pushing(Pushes.of(pushed, manifests));
            said.put(rule.judge(governed.getKey(), asked), images);
        }
        return said;
    }

    private void warnOnce(String line) {
        module().warnOnce(getLog(), line);
    }

    EnforcerRuleError mistake(String text) {
        return new EnforcerRuleError(name() + ": " + text);
    }

    @Override
    public final String toString() {
        return name() + "[images=" + images + ", policyLevel=" + policyLevel + ", when=" + when + ", onUnknown="
                + onUnknown + "]";
    }
}
