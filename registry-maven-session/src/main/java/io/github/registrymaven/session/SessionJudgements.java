package io.github.registrymaven.session;

import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.report.PolicyJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/** What the rules of a build have said so far, module by module: a rule adds to what those before it said of its module. */
public final class SessionJudgements {
    private final ConcurrentMap<Path, List<Judgement>> known;

    public SessionJudgements(MavenSession session) {
        this.known = known(session.getRepositorySession().getData());
    }

    /** Writes {@code policy.json} in a module's report folder, whole or not at all. */
    public void add(Path folder, Collection<Judgement> judgements) throws IOException {
        List<Judgement> all = known.computeIfAbsent(folder, path -> new ArrayList<>());
        synchronized (all) {
            all.addAll(judgements);
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "policy.json", ".part");
            try {
                Files.writeString(part, new PolicyJson().write(all));
                Files.move(part, folder.resolve("policy.json"), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    /** Judgements are of the engine's own type, so each class realm that has loaded the engine has its own. */
    @SuppressWarnings("unchecked") // nobody else writes under this key
    private static ConcurrentMap<Path, List<Judgement>> known(SessionData data) {
        Object key = Judgement.class;
        Object kept = data.get(key);
        while (kept == null) {
            // computeIfAbsent is not in the Resolver of Maven 3.6.3.
            data.set(key, null, new ConcurrentHashMap<Path, List<Judgement>>());
            kept = data.get(key);
        }
        return (ConcurrentMap<Path, List<Judgement>>) kept;
    }
}
