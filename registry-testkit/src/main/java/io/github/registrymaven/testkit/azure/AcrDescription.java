package io.github.registrymaven.testkit.azure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes a registry's settings. Without further words it is of the Basic SKU, with everything off that can be off. */
public final class AcrDescription {
    String sku = "Basic";
    boolean byRepository;
    boolean admin;
    boolean anonymousPull;
    boolean publicAccess = true;
    boolean refusesResourceManagerTokens;
    boolean privateEndpoint;

    @Nullable
    String firewallSees;

    @Nullable
    String customerKey;

    boolean keyIdentityLost;
    int retentionDays;
    int softDeleteDays;
    boolean quarantine;
    boolean zoneRedundant;
    boolean noSuchRegistry;
    int tagsPerPage = 1000;

    @Nullable
    String defenderPlan;

    boolean defenderScans;
    final Map<String, Token> tokens = new HashMap<>();
    final List<String> purges = new ArrayList<>();

    AcrDescription() {}

    /** A repository-scoped token: its password, the repositories (a name, or a prefix before {@code *}) and actions. */
    record Token(String password, String repositories, List<String> actions) {
        boolean isFor(String repository) {
            return repositories.endsWith("*")
                    ? repository.startsWith(repositories.substring(0, repositories.length() - 1))
                    : repository.equals(repositories);
        }
    }

    /** {@code Basic}, {@code Standard} or {@code Premium}. */
    public AcrDescription sku(String name) {
        sku = name;
        return this;
    }

    /** Its role assignment mode is "RBAC Registry + ABAC Repository Permissions". */
    public AcrDescription rolesByRepository() {
        byRepository = true;
        return this;
    }

    /** Its administrator's login is on. */
    public AcrDescription adminUser() {
        admin = true;
        return this;
    }

    public AcrDescription anonymousPull() {
        anonymousPull = true;
        return this;
    }

    /** Its firewall refuses everybody here. */
    public AcrDescription firewall(String addressThatItSees) {
        firewallSees = addressThatItSees;
        return this;
    }

    /** Only private endpoints lead to it, and this is none. */
    public AcrDescription publicAccessDisabled(String addressThatItSees) {
        publicAccess = false;
        firewallSees = addressThatItSees;
        return this;
    }

    /** It has a private endpoint. */
    public AcrDescription privateEndpoint() {
        privateEndpoint = true;
        return this;
    }

    /** It takes only Entra tokens that were made for registries. */
    public AcrDescription refusesResourceManagerTokens() {
        refusesResourceManagerTokens = true;
        return this;
    }

    /** Untagged manifests are deleted after some days. */
    public AcrDescription retention(int days) {
        retentionDays = days;
        return this;
    }

    /** What is deleted is kept for some days. */
    public AcrDescription softDelete(int days) {
        softDeleteDays = days;
        return this;
    }

    public AcrDescription quarantine() {
        quarantine = true;
        return this;
    }

    public AcrDescription zoneRedundant() {
        zoneRedundant = true;
        return this;
    }

    /** Images are encrypted with a key of the customer's. */
    public AcrDescription customerKey(String identifier) {
        customerKey = identifier;
        return this;
    }

    /** The identity with which its key is read is no longer the registry's. */
    public AcrDescription keyIdentityLost() {
        keyIdentityLost = true;
        return this;
    }

    /** A task that runs such a command by a timer. */
    public AcrDescription purgeTask(String command) {
        purges.add(command);
        return this;
    }

    /** A repository-scoped token with a scope map. Actions are {@code content/read}, {@code content/write} and the like. */
    public AcrDescription token(String name, String password, String repositories, String... actions) {
        tokens.put(name, new Token(password, repositories, List.of(actions)));
        return this;
    }

    /** No more tags are listed at once. */
    public AcrDescription tagsPerPage(int most) {
        tagsPerPage = most;
        return this;
    }

    /**
     * A plan of Defender's for its subscription is on.
     *
     * @param name {@code Containers} or {@code CloudPosture}
     * @param scans whether registries' images are scanned by it
     */
    public AcrDescription defenderPlan(String name, boolean scans) {
        defenderPlan = name;
        defenderScans = scans;
        return this;
    }

    /** Azure knows no registry of this name: the name is free. */
    public AcrDescription doesNotExist() {
        noSuchRegistry = true;
        return this;
    }
}
