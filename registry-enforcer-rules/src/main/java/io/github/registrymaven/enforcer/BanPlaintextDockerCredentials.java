package io.github.registrymaven.enforcer;

import io.github.registrymaven.credential.PlainLogin;
import io.github.registrymaven.credential.PlainLogins;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.policy.RepositoryState.Source;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.Outcome;
import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.report.PolicyConsole;
import io.github.registrymaven.session.SessionMap;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.jspecify.annotations.Nullable;

/**
 * Bans logins for registries that stand somewhere in plain text: in the POM, in settings.xml, in docker's config.json. What ends
 * by itself within the day, such as a token of ECR, is only told, unless the level is {@code strict}. Needs no network, and
 * shows no secret.
 */
@Named("banPlaintextDockerCredentials")
public final class BanPlaintextDockerCredentials extends RegistryRule {
    private static final String NAME = "banPlaintextDockerCredentials";

    /** How much is asked: {@code minimum} or {@code good}; {@code strict}, also what ends within the day. */
    private String policyLevel = "minimum";

    /** Whether docker's config.json is looked at: what is there is the machine's, not the project's. */
    private boolean checkDockerConfig = true;

    /** Whether settings.xml is looked at. */
    private boolean checkSettings = true;

    /** Whether nothing is checked. */
    private boolean skip;

    /** What to say first when the rule is broken. */
    private @Nullable String message;

    private final Consumer<String> warnings = this::warnOnce;

    @Inject
    BanPlaintextDockerCredentials(JudgedModule module) {
        super(NAME, module);
    }

    @Override
    public void execute() throws EnforcerRuleException {
        if (skip) {
            return;
        }
        PolicyLevel level = Given.level(NAME, policyLevel);
        List<Judgement> judgements = judge(level);
        module().keep(judgements, warnings);
        Map<Judgement, List<String>> broken = new LinkedHashMap<>();
        for (Judgement judgement : judgements) {
            if (judgement.outcome() == Outcome.FAIL) {
                broken.put(judgement, List.of());
            } else {
                warnOnce(new PolicyConsole().line(judgement));
            }
        }
        new Telling(NAME, "warn", message, warnings).tell(broken);
    }

    private List<Judgement> judge(PolicyLevel level) {
        List<Judgement> judgements = new ArrayList<>();
        File pom = module().project().getFile();
        for (String place :
                PomLiterals.in(module().project().getOriginalModel(), pom == null ? "pom.xml" : pom.getName())) {
            judgements.add(judgement(
                    level,
                    "a registry's password",
                    place,
                    Outcome.FAIL,
                    "stands in the POM, and so in the history of the project",
                    new Remedy(
                            "Take it out, change it at the registry, and name a server of settings.xml instead",
                            List.of(),
                            List.of())));
        }
        if (checkSettings) {
            judgements.addAll(ofSettings(level, module().session().getRequest().getUserSettingsFile()));
            judgements.addAll(ofSettings(level, module().session().getRequest().getGlobalSettingsFile()));
        }
        if (checkDockerConfig) {
            judgements.addAll(SessionMap.<PolicyLevel, List<Judgement>>of(
                            module().session().getRepositorySession().getData(), PlainLogins.class)
                    .computeIfAbsent(level, BanPlaintextDockerCredentials::ofDocker));
        }
        return judgements;
    }

    /** What is said of docker's files, which are the same for all modules. */
    private static List<Judgement> ofDocker(PolicyLevel level) {
        List<Judgement> judgements = new ArrayList<>();
        for (PlainLogin login : PlainLogins.of(Machine.current())) {
            boolean passes = login.shortLived() && level != PolicyLevel.STRICT;
            judgements.add(judgement(
                    level,
                    "the login for " + login.registry(),
                    login.place(),
                    passes ? Outcome.PASS : Outcome.FAIL,
                    login.shortLived()
                            ? "stands there in plain text, and ends within the day"
                            : "stands there in plain text; base64 hides nothing",
                    new Remedy(
                            "Let a credential helper keep it: name one as \"credsStore\" in that file, and log in again",
                            List.of("docker logout " + login.registry(), "docker login " + login.registry()),
                            List.of())));
        }
        return judgements;
    }

    /** The file is the same for all modules; which of its servers are registries depends on what a module pushes. */
    List<Judgement> ofSettings(PolicyLevel level, @Nullable File file) {
        List<String> ids = file == null
                ? List.of()
                : SessionMap.<File, List<String>>of(
                                module().session().getRepositorySession().getData(), SettingsFile.class)
                        .computeIfAbsent(file, SettingsFile::serversInPlainText);
        if (file == null || ids.isEmpty()) {
            return List.of();
        }
        RegistryServers servers = RegistryServers.of(module());
        List<Judgement> judgements = new ArrayList<>();
        for (String id : ids) {
            RegistryServers.Verdict verdict = servers.verdict(id);
            if (verdict != RegistryServers.Verdict.OTHER) {
                boolean sure = verdict == RegistryServers.Verdict.REGISTRY;
                judgements.add(judgement(
                        level,
                        "the password of the server " + id,
                        file.getName(),
                        sure ? Outcome.FAIL : Outcome.UNKNOWN,
                        "stands there in plain text" + (sure ? "" : ", and whether it is a registry's is not known"),
                        new Remedy(
                                "Take it from the environment as ${env.NAME}, or encrypt it (the first command once a machine)",
                                List.of("mvn --encrypt-master-password", "mvn --encrypt-password"),
                                List.of())));
            }
        }
        return judgements;
    }

    private static Judgement judgement(
            PolicyLevel level, String subject, String place, Outcome outcome, String fact, Remedy remedy) {
        boolean broken = outcome == Outcome.FAIL;
        return new Judgement(
                NAME,
                subject,
                place,
                Source.DECLARED,
                outcome,
                level,
                fact,
                broken ? "nothing that whoever reads the file could use" : null,
                broken ? List.of(remedy) : List.of());
    }

    private void warnOnce(String line) {
        module().warnOnce(getLog(), line);
    }

    @Override
    public String toString() {
        return "BanPlaintextDockerCredentials[policyLevel=" + policyLevel + ", checkDockerConfig=" + checkDockerConfig
                + ", checkSettings=" + checkSettings + "]";
    }
}
