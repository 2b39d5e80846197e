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
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;

/** What the rules of a build have said so far, module by module: a rule adds to what those before it said of its module. */
public final class SessionJudgements {
    private final ConcurrentMap<Path, List<Judgement>> known;

    public SessionJudgements(MavenSession session) {
        this.known = SessionMap.of(session.getRepositorySession().getData(), Judgement.class);
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
}
