package io.github.registrymaven.testkit;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Describes a {@link TestRegistry}. */
public final class TestRegistryBuilder {
    private final Users users = new Users();
    private final Rules rules = new Rules();
    private Login login = Login.NONE;
    private boolean opaqueTokens;
    private boolean deniesWith403;
    private boolean refusesAtTokenService;
    private Clock clock = Clock.systemUTC();
    private Tokens.@Nullable Identity signer;
    private @Nullable SSLContext tls;
    private int port;
    private @Nullable Tokens tokens;
    private @Nullable ControlPlane plane;
    private @Nullable SideDoor sideDoor;

    private enum Login {
        NONE,
        BASIC,
        BEARER
    }

    TestRegistryBuilder() {}

    /** Asks for user name and password. */
    public TestRegistryBuilder basic() {
        login = Login.BASIC;
        return this;
    }

    /** Asks for a token of its own token service, {@code /token}. Tokens are JWTs that say what they grant. */
    public TestRegistryBuilder bearer() {
        login = Login.BEARER;
        return this;
    }

    /** Tokens say nothing about themselves, as GitHub's do. */
    public TestRegistryBuilder opaqueTokens() {
        opaqueTokens = true;
        return this;
    }

    /** A token that lacks the action is answered 403 DENIED, not 401 insufficient_scope. */
    public TestRegistryBuilder deniesWith403() {
        deniesWith403 = true;
        return this;
    }

    /** The token service answers 403 to whoever lacks a right, as Artifact Registry's does. */
    public TestRegistryBuilder refusesAtTokenService() {
        refusesAtTokenService = true;
        return this;
    }

    /** Somebody the registry knows, who may do nothing yet. */
    public TestRegistryBuilder user(String name, String password) {
        users.add(name, password);
        return this;
    }

    /**
     * Lets a user do something.
     *
     * @param repositories a name, in which {@code *} stands for anything
     */
    public TestRegistryBuilder grant(String user, String repositories, Action... actions) {
        users.grant(user, repositories, actions);
        return this;
    }

    /** Lets everybody do something, also who does not log in. */
    public TestRegistryBuilder grantNobody(String repositories, Action... actions) {
        users.grant(Users.NOBODY, repositories, actions);
        return this;
    }

    /** Tags that cannot be moved to another image; {@code *} stands for anything in both. */
    public TestRegistryBuilder immutableTags(String repositories, String tags) {
        rules.immutableTags(repositories, tags);
        return this;
    }

    /** Takes nothing: pushes are answered 405. */
    public TestRegistryBuilder readOnly() {
        rules.readOnly = true;
        return this;
    }

    /** Repositories must be there before something is pushed, as on Amazon ECR. */
    public TestRegistryBuilder repositoriesMustExist() {
        rules.createsOnPush = false;
        return this;
    }

    /** Takes uploads into a repository until it holds this many bytes. */
    public TestRegistryBuilder quota(String repository, long bytes) {
        rules.quota(repository, bytes);
        return this;
    }

    /** The time by which tokens end and images are dated. */
    public TestRegistryBuilder clock(Clock time) {
        clock = time;
        return this;
    }

    /** Signs tokens as this authority, so that a docker-registry that trusts it takes them. */
    public TestRegistryBuilder signedBy(CertificateAuthority authority) {
        signer = authority.signer();
        return this;
    }

    /** Lets a cloud decide about logins, repositories and tags. */
    public TestRegistryBuilder controlPlane(ControlPlane cloud) {
        plane = cloud;
        rules.plane = cloud;
        return this;
    }

    /** Lets a cloud answer at paths of its own. */
    public TestRegistryBuilder sideDoor(SideDoor door) {
        sideDoor = door;
        return this;
    }

    /** Speaks TLS; {@link CertificateAuthority#server} makes good and bad certificates. */
    public TestRegistryBuilder tls(SSLContext context) {
        tls = context;
        return this;
    }

    /** A port of its own instead of any free one. */
    public TestRegistryBuilder port(int number) {
        port = number;
        return this;
    }

    /** Starts it on loopback. */
    public TestRegistry start() throws IOException {
        if (tls == null) {
            InetSocketAddress behindItsDoor = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return TestRegistry.started(this, HttpServer.create(behindItsDoor, 0), "http");
        }
        HttpsServer server = HttpsServer.create(address(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return TestRegistry.started(this, server, "https");
    }

    /** Where clients find it. */
    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    Rules rules() {
        return rules;
    }

    Clock clock() {
        return clock;
    }

    Guard guard(Supplier<String> url) {
        if (plane != null) {
            return new ControlPlaneGuard(plane);
        }
        return switch (login) {
            case NONE -> Guard.open();
            case BASIC -> new BasicGuard(users);
            case BEARER -> new BearerGuard(tokens(), () -> url.get() + "/token", deniesWith403);
        };
    }

    @Nullable
    SideDoor sideDoor() {
        return sideDoor;
    }

    @Nullable
    TokenService tokenService() {
        return login == Login.BEARER ? new TokenService(users, tokens(), refusesAtTokenService) : null;
    }

    private Tokens tokens() {
        if (tokens == null) {
            tokens = new Tokens(signer == null ? Tokens.Identity.fresh() : signer, clock, opaqueTokens);
        }
        return tokens;
    }
}
