package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.dockerfile.DockerfileRules;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRuleConfigProvider;
import org.apache.maven.enforcer.rule.api.EnforcerLogger;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * A whole standard in one element: every rule about moving tags, about how repositories are set up and about Dockerfiles, at one
 * level. Rules that an organisation does not want are left out by {@code without}.
 */
@Named(RegistryStandard.NAME)
public final class RegistryStandard extends AbstractEnforcerRuleConfigProvider {
    /** The rule's name, as an element of a POM. */
    static final String NAME = "registryStandard";

    private static final List<String> RULES = List.of(
            "banMovingTags",
            "requireTagImmutability",
            "requireLifecyclePolicy",
            "requireTagSurvives",
            "banLifecycleConflicts",
            "requireImageScanning",
            "requireRegistryEncryption",
            "banPublicRegistry",
            "banRegistryAdminUser",
            "requireMultiStageDockerfile",
            "requireLayerCacheOrder",
            "requireDockerfilePractice");

    /** What {@code banMovingTags} has no use for, as it looks at nothing but names. */
    private static final List<String> OF_REPOSITORIES = List.of("when", "declaredIn");

    /** What the rules about Dockerfiles have no use for. */
    private static final List<String> OF_IMAGES = List.of("when", "declaredIn", "images");

    /**
     * The images, as complete references; where the element is not there, those that the module's plugins will
     * push. An empty {@code <image>} is a module without one.
     */
    private @Nullable List<Image> images;

    /** How much is asked: {@code minimum}, {@code good} or {@code strict}. */
    private String policyLevel = "minimum";

    /** What a verdict of unknown does: {@code warn}, {@code ignore} or {@code fail}. */
    private String onUnknown = "warn";

    /** When the network is asked: {@code push}, in builds that will push; {@code always}. */
    private String when = "push";

    /** Files and folders of infrastructure as code, whose declarations are judged in every build. */
    private @Nullable List<Folder> declaredIn;

    /** Rules that are left out, by their names. */
    private @Nullable List<String> without;

    /** Enforcer's own level for each rule: {@code ERROR}, or {@code WARN} to begin with. */
    private String ruleLevel = "ERROR";

    private final JudgedModule module;

    @Inject
    RegistryStandard(JudgedModule module) {
        this.module = module;
    }

    /** What Enforcer does before it hands out the parameters, where Maven may refuse one of them. */
    @Override
    public void setLog(EnforcerLogger log) {
        super.setLog(log);
        module.tellMistyped(NAME, getClass(), log);
    }

    @Override
    public Xpp3Dom getRulesConfig() throws EnforcerRuleError {
        Telling.oneOf("registryStandard", "ruleLevel", ruleLevel, List.of("ERROR", "WARN"));
        List<String> left = Given.texts(without);
        for (String name : left) {
            if (!RULES.contains(name)) {
                throw new EnforcerRuleError(
                        "registryStandard: without names '" + name + "'; the rules are " + String.join(", ", RULES));
            }
        }
        Xpp3Dom rules = new Xpp3Dom("rules");
        for (String name : RULES) {
            if (!left.contains(name)) {
                rules.addChild(rule(name));
            }
        }
        return rules;
    }

    private Xpp3Dom rule(String name) {
        Xpp3Dom rule = new Xpp3Dom(name);
        Map.of("policyLevel", policyLevel, "onUnknown", onUnknown, "when", when, "level", ruleLevel)
                .forEach((parameter, value) -> {
                    if (isTaken(name, parameter)) {
                        rule.addChild(element(parameter, value));
                    }
                });
        if (images != null && isTaken(name, "images")) {
            rule.addChild(list("images", "image", Given.texts(images)));
        }
        if (declaredIn != null && isTaken(name, "declaredIn")) {
            rule.addChild(list(
                    "declaredIn",
                    "folder",
                    Given.files(declaredIn).stream().map(File::getPath).collect(Collectors.toList())));
        }
        return rule;
    }

    private static boolean isTaken(String rule, String parameter) {
        if (DockerfileRules.named(rule) != null) {
            return !OF_IMAGES.contains(parameter);
        }
        return !rule.equals("banMovingTags") || !OF_REPOSITORIES.contains(parameter);
    }

    private static Xpp3Dom list(String name, String each, List<String> values) {
        Xpp3Dom list = new Xpp3Dom(name);
        values.forEach(value -> list.addChild(element(each, value)));
        return list;
    }

    private static Xpp3Dom element(String name, String value) {
        Xpp3Dom element = new Xpp3Dom(name);
        element.setValue(value);
        return element;
    }

    @Override
    public String toString() {
        return "RegistryStandard[policyLevel=" + policyLevel + ", without=" + without + "]";
    }
}
