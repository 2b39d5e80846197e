package io.github.registrymaven.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file with a log, or a folder with any number of them, below which links are not followed. Logs are read side by side and
 * told in the order of their names; what has been told is not kept.
 */
public final class LogFolder {
    /** So many logs are ahead of the one that is told next. */
    private static final int AHEAD = 64;

    private final Explainer explainer;
    private final int workers;

    /** Reads so many logs at a time. */
    public LogFolder(Explainer explainer, int workers) {
        this.explainer = explainer;
        this.workers = Math.max(1, workers);
    }

    /** A log that is to be read, or why it cannot be. */
    private record Log(Path path, String source, String problem) {}

    /** Explains one file, which need not be readable. */
    public Explanation file(Path file, String source) {
        return explain(new Log(file, source, ""));
    }

    /**
     * Explains each file below a folder.
     *
     * @throws IOException where the folder itself cannot be read
     */
    public void folder(Path folder, Consumer<Explanation> told) throws IOException, InterruptedException {
        List<Log> logs = logs(folder);
        ExecutorService pool = Executors.newFixedThreadPool(workers, work -> {
            Thread thread = new Thread(work, "explain");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<Explanation>> ahead = new ArrayDeque<>();
            for (Log log : logs) {
                if (ahead.size() >= AHEAD) {
                    told.accept(taken(ahead.removeFirst()));
                }
                ahead.addLast(pool.submit(() -> explain(log)));
            }
            while (!ahead.isEmpty()) {
                told.accept(taken(ahead.removeFirst()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Explanation taken(Future<Explanation> explained) throws InterruptedException {
        try {
            return explained.get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("a log could not be explained", bug.getCause());
        }
    }

    private Explanation explain(Log log) {
        if (!log.problem().isEmpty()) {
            return explainer.unknown(log.source(), "It cannot be read: " + log.problem() + ".");
        }
        try (InputStream stream = Files.newInputStream(log.path())) {
            return explainer.explain(log.source(), stream);
        } catch (IOException unreadable) {
            return explainer.unknown(log.source(), "It cannot be read: " + words(unreadable) + ".");
        }
    }

    private static List<Log> logs(Path folder) throws IOException {
        List<Log> logs = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    logs.add(new Log(file, name(folder, file), ""));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
                if (file.equals(folder)) {
                    throw reason;
                }
                logs.add(new Log(file, name(folder, file), words(reason)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException reason) {
                return FileVisitResult.CONTINUE;
            }
        });
        logs.sort((one, other) -> one.source().compareTo(other.source()));
        return logs;
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String words(IOException reason) {
        String message = reason.getMessage();
        return reason instanceof AccessDeniedException
                ? "access is denied"
                : message == null ? reason.getClass().getSimpleName() : Redaction.of(message);
    }
}
