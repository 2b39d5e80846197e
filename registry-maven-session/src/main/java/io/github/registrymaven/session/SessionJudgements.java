package io.github.registrymaven.session;

import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.report.PolicyJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.maven.execution.MavenSession;

/** What the rules of a build have said so far, module by module: a rule adds to what those before it said of its module. */
public final class SessionJudgements {
    private final ConcurrentMap<Path, AtomicBoolean> begun;

    public SessionJudgements(MavenSession session) {
        this.begun = SessionMap.of(session.getRepositorySession().getData(), Judgement.class);
    }

    /**
     * Adds to {@code policy.json} in a module's report folder. What an earlier build has left there goes.
     *
     * @param judgements one at least
     */
    public void add(Path folder, List<Judgement> judgements) throws IOException {
        String written = new PolicyJson().write(judgements);
        Path file = folder.resolve("policy.json");
        AtomicBoolean mine = begun.computeIfAbsent(file, path -> new AtomicBoolean());
        synchronized (mine) {
            if (!mine.get() || !append(file, written)) {
                Files.createDirectories(folder);
                Files.writeString(file, written);
                mine.set(true);
            }
        }
    }

    /** To write anew what all rules before have said would cost each rule more than its own judgement. False where it is gone. */
    private static boolean append(Path file, String written) throws IOException {
        byte[] more = PolicyJson.continued(written).getBytes(StandardCharsets.UTF_8);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long end = out.size() - PolicyJson.END.length();
            for (ByteBuffer left = ByteBuffer.wrap(more); left.hasRemaining(); ) {
                end += out.write(left, end);
            }
            return true;
        } catch (NoSuchFileException cleaned) {
            return false;
        }
    }
}
