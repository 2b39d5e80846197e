package io.github.registrymaven.testkit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A registry on loopback, in this JVM. It takes and gives images as the OCI distribution specification says, to skopeo,
 * Jib and docker-style clients alike, and misbehaves as {@link #faults()} orders. Thread-safe; {@link #close()} ends it.
 */
public final class TestRegistry implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final String scheme;
    private final Store store;
    private final Faults faults;
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private @Nullable PlainDoor door;

    private TestRegistry(HttpServer server, String scheme, Store store) {
        this.server = server;
        this.scheme = scheme;
        this.store = store;
        this.faults = new Faults(store);
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "testkit-registry");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A registry that is still to be described. Without further words it is open to everyone, over plain http. */
    public static TestRegistryBuilder builder() {
        return new TestRegistryBuilder();
    }

    /** An open registry over plain http. */
    public static TestRegistry start() throws IOException {
        return builder().start();
    }

    static TestRegistry started(TestRegistryBuilder described, HttpServer server, String scheme) throws IOException {
        Store store = new Store(described.clock());
        TestRegistry registry = new TestRegistry(server, scheme, store);
        Router router = new Router(described.guard(registry::url), store, described.rules());
        TokenService tokens = described.tokenService();
        SideDoor sideDoor = described.sideDoor();
        server.setExecutor(registry.threads);
        server.createContext("/", http -> {
            Exchange exchange =
                    new Exchange(http, registry.url(), answered -> registry.requests.add(RecordedRequest.of(answered)));
            if (registry.faults.strike(exchange)) {
                return;
            }
            if (tokens != null && exchange.path().equals("/token")) {
                tokens.handle(exchange);
            } else if (!exchange.answeredBy(sideDoor)) {
                router.route(exchange);
            }
        });
        server.start();
        if (scheme.equals("http")) {
            registry.door = PlainDoor.open(described.address(), server.getAddress(), registry.threads);
        }
        return registry;
    }

    /** The registry's host as a reference names it: {@code 127.0.0.1:43210}. */
    public String host() {
        InetSocketAddress address = door == null ? server.getAddress() : door.address();
        return Objects.requireNonNull(address.getAddress()).getHostAddress() + ":" + address.getPort();
    }

    /** Its address, {@code http://127.0.0.1:43210}. */
    public String url() {
        return scheme + "://" + host();
    }

    /** Misbehaviour to order. */
    public Faults faults() {
        return faults;
    }

    /** The requests that were answered so far, in that order. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * Everything it holds, a line each: repositories, tags, manifests, blobs and open uploads. Equal lists, equal contents:
     * compare them to see that something left nothing behind.
     */
    public List<String> contents() {
        return store.contents();
    }

    /** The names of its repositories, sorted. */
    public List<String> repositories() {
        return store.names();
    }

    /** Makes an empty repository, where there is none of this name. */
    public void createRepository(String name) {
        store.create(name);
    }

    /** The images of a repository, the oldest first; none where there is no such repository. */
    public List<StoredImage> images(String repository) {
        return store.images(repository);
    }

    /** How long a blob is; -1 where the repository holds none of this digest. */
    public long blobSize(String repository, String digest) throws IOException {
        return store.blobSize(repository, digest);
    }

    /** Puts a blob into a repository as if it had been pushed; returns its digest. */
    public String putBlob(String repository, byte[] bytes) throws IOException {
        String digest = Digests.of(bytes);
        Store.Upload upload = store.open(repository);
        Files.write(upload.file(), bytes);
        store.commit(upload, digest);
        return digest;
    }

    /**
     * Puts a manifest into a repository as if it had been pushed, whatever the rules say and whether or not what it names is
     * there; returns its digest.
     */
    public String put(String repository, @Nullable String tag, String mediaType, String manifest) {
        byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
        String digest = Digests.of(bytes);
        store.keep(repository, digest, mediaType, bytes, tag);
        return digest;
    }

    @Override
    public void close() throws IOException {
        faults.release();
        if (door != null) {
            door.close();
        }
        server.stop(0);
        threads.shutdownNow();
        store.close();
    }
}
