package io.github.registrymaven.plugin;

import io.github.registrymaven.artifact.ImageBuild;
import io.github.registrymaven.artifact.ImageBuilder;
import io.github.registrymaven.artifact.Workplace;
import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.ProxiesUnknownToJvm;
import io.github.registrymaven.provider.ProviderLookup;
import io.github.registrymaven.provider.Providers;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.session.ConfigurationProblem;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An image of the project's own artifact, built by the provider that can: a layout on disk, ready to be pushed. */
final class ArtifactImage {
    static final String MODULE = "registry-jib";

    private final Providers providers;
    private final CredentialResolver logins;
    private final Set<String> insecureRegistries;
    private final boolean offline;

    @Nullable
    private final ProxiesUnknownToJvm proxies;

    /**
     * An image still to be built.
     *
     * @param logins for the base image
     * @param insecureRegistries hosts, in lower case, that may be spoken to over http or with an untrusted certificate
     * @param proxies on the way to the base image, beyond those of the JVM
     */
    ArtifactImage(
            Providers providers,
            CredentialResolver logins,
            Set<String> insecureRegistries,
            boolean offline,
            @Nullable ProxiesUnknownToJvm proxies) {
        this.providers = providers;
        this.logins = logins;
        this.insecureRegistries = Set.copyOf(insecureRegistries);
        this.offline = offline;
        this.proxies = proxies;
    }

    /**
     * Builds it.
     *
     * @param target the folder for the layout
     * @param cache the folder for what is kept for the next build
     * @param told gets a line for each step
     */
    ImageBuild build(ArtifactPlan plan, Path target, Path cache, Consumer<String> told)
            throws ConfigurationProblem, InterruptedException {
        ImageReference base = plan.base();
        ProviderLookup<ImageBuilder> found = providers.find(ImageBuilder.class, MODULE);
        if (found instanceof ProviderLookup.Missing) {
            ProviderLookup.Missing<ImageBuilder> missing = (ProviderLookup.Missing<ImageBuilder>) found;
            return new ImageBuild.NotBuilt(Cause.UNKNOWN, missing.reason(), missing.evidence(), missing.remedies());
        }
        ImageBuilder builder = ((ProviderLookup.Found<ImageBuilder>) found).provider();
        CredentialLookup login = base == null || offline ? null : logins.resolve(base);
        if (login instanceof CredentialLookup.Failed) {
            return unreadable((CredentialLookup.Failed) login);
        }
        return builder.build(
                plan.read(builder),
                new Workplace(target, cache, offline, isInsecure(base), credential(login), proxies, told));
    }

    private boolean isInsecure(@Nullable ImageReference base) {
        if (base == null) {
            return false;
        }
        String host = base.host().toLowerCase(Locale.ROOT);
        return insecureRegistries.contains(host) || insecureRegistries.contains(host.replaceFirst(":[0-9]+$", ""));
    }

    private static @Nullable Credential credential(@Nullable CredentialLookup login) {
        return login instanceof CredentialLookup.Found
                ? ((CredentialLookup.Found) login).found().credential()
                : null;
    }

    /** As a preflight has it: where a place that should have a login cannot give it, a wrong guess would be worse. */
    private static ImageBuild unreadable(CredentialLookup.Failed login) {
        return new ImageBuild.NotBuilt(login.cause(), login.summary(), login.evidence(), login.remedies());
    }
}
