package io.github.registrymaven.session;

import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.report.PolicyJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
     * @param written judgements, one at least, as {@link PolicyJson} writes them
     */
    public void add(Path folder, String written) throws IOException {
        Path file = folder.resolve("policy.json");
        AtomicBoolean mine = begun.computeIfAbsent(file, path -> new AtomicBoolean());
        synchronized (mine) {
            if (!mine.get() || !append(file, written)) {
                Files.createDirectories(folder);
                Path part = Files.createTempFile(folder, "policy.json", ".part");
                try {
                    Files.writeString(part, written);
                    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(part);
                }
                mine.set(true);
            }
        }
    }

    /** To write anew what all rules before have said would cost each rule more than its own judgement. False where it is gone. */
    private static boolean append(Path file, String written) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        byte[] more = PolicyJson.continued(written).getBytes(StandardCharsets.UTF_8);
        try (SeekableByteChannel out = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            out.position(out.size() - PolicyJson.END.length());
            for (ByteBuffer left = ByteBuffer.wrap(more); left.hasRemaining(); ) {
                out.write(left);
            }
        }
        return true;
    }
}
