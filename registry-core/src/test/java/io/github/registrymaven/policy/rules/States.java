package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.RepositoryState.Source;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.TagMutability;
import io.github.registrymaven.policy.lifecycle.Pushed;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Repositories for tests: nothing of them is seen, but what a test gives. */
final class States {
    static final String HOST = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

    private final RegistryKind kind;
    private String subject = "repository";
    private Source source = Source.LIVE;
    private boolean template;
    private String at = HOST;
    private Setting<TagMutability> tags = new Setting.Unseen<>("ecr:DescribeRepositories was denied");
    private Setting<Lifecycle> lifecycle = new Setting.Unseen<>("ecr:GetLifecyclePolicy was denied");
    private Setting<Scanning> scanning = new Setting.Unseen<>("it was denied");
    private Setting<Encryption> encryption = new Setting.Unseen<>("it was denied");
    private Setting<Exposure> exposure = new Setting.Unseen<>("it was denied");
    private Setting<Boolean> adminUser = new Setting.Inapplicable<>("only ACR has one");

    private States(RegistryKind kind) {
        this.kind = kind;
    }

    static States ecr() {
        return new States(RegistryKind.ECR);
    }

    static States google() {
        return new States(RegistryKind.ARTIFACT_REGISTRY)
                .live("projects/p/locations/europe/repositories/r", "europe-docker.pkg.dev");
    }

    static States acr() {
        return new States(RegistryKind.ACR).live("team", "team.azurecr.io");
    }

    States live(String name, String host) {
        subject = name;
        at = host;
        return this;
    }

    States declared(String resource, String place) {
        subject = resource;
        at = place;
        source = Source.DECLARED;
        return this;
    }

    States tags(boolean immutable, String said, String... exceptions) {
        tags = new Setting.Seen<>(new TagMutability(immutable, List.of(exceptions), said), at);
        return this;
    }

    States tagsLockedOneByOne(List<String> locked, List<String> loose) {
        tags = new Setting.Seen<>(new TagMutability(false, locked, "writeEnabled of each tag", loose), at);
        return this;
    }

    States policy(String document) {
        lifecycle = new Setting.Seen<>(new Lifecycle.Policy(document.replace('\'', '"'), false), at);
        return this;
    }

    States noPolicy() {
        lifecycle = new Setting.Seen<>(new Lifecycle.Absent(), at);
        return this;
    }

    States lifecycle(Setting<Lifecycle> setting) {
        lifecycle = setting;
        return this;
    }

    States scanned(Scanning.Mode mode, String said) {
        scanning = new Setting.Seen<>(new Scanning(mode, said), at);
        return this;
    }

    States encrypted(Encryption.Keeper keeper, String said) {
        encryption = new Setting.Seen<>(
                new Encryption(keeper, keeper == Encryption.Keeper.CUSTOMER ? "our-key" : null, said), at);
        return this;
    }

    States exposed(Exposure.Reach reach, String... openings) {
        exposure = new Setting.Seen<>(new Exposure(reach, List.of(openings)), at);
        return this;
    }

    /** Over any network, where the SKU says whether it can be otherwise. */
    States exposedBySku(@Nullable Boolean closable) {
        exposure = new Setting.Seen<>(
                new Exposure(Exposure.Reach.NAMED_PRINCIPALS, List.of("it is reached over any network"), closable), at);
        return this;
    }

    /** To everybody, where the SKU says whether its networks can be closed. */
    States anonymous(@Nullable Boolean closable) {
        exposure = new Setting.Seen<>(
                new Exposure(Exposure.Reach.ANONYMOUS, List.of("everybody may pull without a login"), closable), at);
        return this;
    }

    /** With a key of the customer's, as where a module looks it up. */
    States customersKeyUntold() {
        encryption = new Setting.Seen<>(new Encryption(Encryption.Keeper.CUSTOMER, null, "customer-managed key"), at);
        return this;
    }

    /** By a registry's configuration that is declared. */
    States scannedBy(Scanning.Mode mode, String said, Scanning.Registry configuration) {
        scanning = new Setting.Seen<>(new Scanning(mode, said).by(configuration), at);
        return this;
    }

    States template() {
        template = true;
        return this;
    }

    States admin(boolean on) {
        adminUser = new Setting.Seen<>(on, at);
        return this;
    }

    RepositoryState state() {
        RepositoryState state = new RepositoryState(
                kind, subject, "team/app", source, at, tags, lifecycle, scanning, encryption, exposure, adminUser);
        return template ? state.asTemplate() : state;
    }

    Judgement judged(String rule, PolicyLevel level, String... pushedTags) {
        Terms terms = Terms.of(level);
        return judged(
                rule,
                pushedTags.length == 0
                        ? terms
                        : terms.pushing(List.of(new Pushed("team/app", List.of(pushedTags), 1))));
    }

    Judgement judged(String rule, Terms terms) {
        StateRule found = new StateRules().named(rule);
        if (found == null) {
            throw new AssertionError("no rule " + rule);
        }
        return found.judge(state(), terms);
    }
}
