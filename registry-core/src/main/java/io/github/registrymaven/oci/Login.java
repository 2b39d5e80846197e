package io.github.registrymaven.oci;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.network.HttpAnswer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Logs in at a registry as its {@code GET /v2/} asks for it: not at all, with Basic, or with a token for the exact
 * repositories. One credential, one login, however many repositories.
 */
public final class Login {
    private final Registry registry;
    private final List<Challenge> challenges;
    private final boolean wanted;
    private final @Nullable Credential credential;

    /**
     * A login that has not been tried yet.
     *
     * @param ping the registry's answer to {@code GET /v2/} without a login
     * @param credential null for nobody
     */
    public Login(Registry registry, HttpAnswer ping, @Nullable Credential credential) {
        this.registry = registry;
        this.challenges = ChallengeParser.parse(ping.headers().allValues("www-authenticate"));
        this.wanted = ping.status() == 401;
        this.credential = credential;
    }

    /**
     * Shows a password that nobody asks for, as jib does wherever it has one: some registries show {@code /v2/} to everyone, and
     * refuse what is written without a word about logins.
     *
     * @return null where there is no password to show
     */
    public static @Nullable Login unasked(Registry registry, @Nullable Credential credential) {
        return credential instanceof Credential.Password password
                ? new Login(registry, List.of(new Challenge("basic", Map.of())), password)
                : null;
    }

    private Login(Registry registry, List<Challenge> challenges, Credential credential) {
        this.registry = registry;
        this.challenges = List.copyOf(challenges);
        this.wanted = true;
        this.credential = credential;
    }

    /** Whether an answer to who showed no login may be another one to who does, although it asks for none. */
    public static boolean mayHelpAfter(HttpAnswer answer) {
        return answer.status() == 403 || answer.status() == 404;
    }

    /** Whether an answer asks for a login. */
    public static boolean isWantedBy(HttpAnswer answer) {
        return answer.status() == 401;
    }

    /**
     * How requests about several repositories are authorised, as far as one login answers that for all of them. For a
     * repository that is absent ask {@link #alone}.
     */
    public Map<String, Grant> together(Collection<String> repositories) throws InterruptedException {
        Challenge bearer = bearer();
        if (bearer != null) {
            return createsWhatIsAskedFor(bearer)
                    ? Map.of()
                    : bearerLogin(bearer).together(repositories);
        }
        Grant grant = forEveryRepository();
        Map<String, Grant> grants = new HashMap<>();
        repositories.forEach(repository -> grants.put(repository, grant));
        return grants;
    }

    /** How requests about one repository are authorised, with a token of its own where there are tokens. */
    public Grant alone(String repository) throws InterruptedException {
        Challenge bearer = bearer();
        if (bearer != null && createsWhatIsAskedFor(bearer)) {
            return new QuayLogin(registry, bearerLogin(bearer)).alone(repository);
        }
        return bearer == null ? forEveryRepository() : bearerLogin(bearer).alone(repository);
    }

    /** For nobody it creates nothing. */
    private boolean createsWhatIsAskedFor(Challenge bearer) {
        return credential != null && QuayLogin.isMeantBy(bearer);
    }

    /**
     * The same, for a push that may mount blobs of other repositories of the registry.
     *
     * @param sources those repositories
     */
    public Grant withSources(String repository, Collection<String> sources) throws InterruptedException {
        Challenge bearer = bearer();
        return bearer == null ? forEveryRepository() : bearerLogin(bearer).withSources(repository, sources);
    }

    /**
     * How an upload is cancelled where the token to push is not enough for it, as with docker-registry; null where there
     * are no tokens, so that nothing else can be tried.
     */
    public @Nullable Grant toCancel(String repository) throws InterruptedException {
        Challenge bearer = bearer();
        return bearer == null ? null : bearerLogin(bearer).toCancel(repository);
    }

    private @Nullable Challenge bearer() {
        return wanted && !(credential instanceof Credential.RegistryToken) ? first(Challenge::isBearer) : null;
    }

    private BearerLogin bearerLogin(Challenge bearer) {
        return new BearerLogin(new TokenService(registry.http(), registry.secondTry(), bearer), credential);
    }

    private Grant forEveryRepository() throws InterruptedException {
        if (!wanted) {
            return new Grant.Open();
        }
        if (credential instanceof Credential.RegistryToken token) {
            return sentToRegistry(Authorizations.bearer(token.token()));
        }
        return first(Challenge::isBasic) != null ? basic() : unknownScheme();
    }

    private Grant basic() throws InterruptedException {
        if (credential == null) {
            return new Grant.NothingToShow();
        }
        if (!(credential instanceof Credential.Password password)) {
            return new Grant.NotAsked("the registry asks for a user name and a password, the login found is a token");
        }
        Grant ready = sentToRegistry(Authorizations.basic(password));
        // Not 403: who may push need not have the right to see /v2/, which no push asks for with a login (Nexus has a
        // privilege of its own for it). The upload decides.
        if (ready instanceof Grant.Authorized authorized
                && registry.ping(authorized.authorization()) instanceof HttpAnswer answer
                && isWantedBy(answer)) {
            return new Grant.Refused(answer, false);
        }
        return ready;
    }

    private Grant sentToRegistry(Secret authorization) {
        return registry.mayReceiveCredentials()
                ? new Grant.Authorized(authorization, null, null, null, false)
                : new Grant.NotAsked("the login would travel in plain text to a host that is not allowed in"
                        + " registry.insecureRegistries");
    }

    private Grant unknownScheme() {
        List<String> schemes = challenges.stream().map(Challenge::scheme).toList();
        return new Grant.NotAsked(
                schemes.isEmpty()
                        ? "the registry wants a login and does not say which kind"
                        : "the registry wants a login of a kind unknown here: " + OciErrors.plain(schemes.toString()));
    }

    private @Nullable Challenge first(Predicate<Challenge> kind) {
        return challenges.stream().filter(kind).findFirst().orElse(null);
    }
}
