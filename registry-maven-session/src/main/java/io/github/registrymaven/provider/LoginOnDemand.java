package io.github.registrymaven.provider;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.CloudLogin;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.List;

/** A cloud's logins, by a module that comes into the build when the first is wanted. */
public final class LoginOnDemand implements CloudLogin {
    private final Providers providers;
    private final CloudModule module;

    private LoginOnDemand(Providers providers, CloudModule module) {
        this.providers = providers;
        this.module = module;
    }

    /** Every cloud that there is a module for. */
    public static List<CloudLogin> all(Providers providers) {
        return CloudModule.each(module -> new LoginOnDemand(providers, module));
    }

    /** Whether a cloud gives logins for the registry of an image. Brings nothing in. */
    public static boolean isGivenFor(String reference) {
        ParsedReference parsed = ImageReference.parse(reference);
        return parsed instanceof ParsedReference.Valid
                && CloudModule.each(module -> module.hasKeysOf(((ParsedReference.Valid) parsed).reference()))
                        .contains(true);
    }

    @Override
    public boolean serves(ImageReference image) {
        return module.hasKeysOf(image);
    }

    @Override
    public CredentialLookup login(SurveyRequest request) throws InterruptedException {
        ProviderLookup<CloudLogin> lookup = providers.find(CloudLogin.class, module.artifactId());
        if (!(lookup instanceof ProviderLookup.Found)) {
            ProviderLookup.Missing<CloudLogin> missing = (ProviderLookup.Missing<CloudLogin>) lookup;
            return new CredentialLookup.Failed(
                    Cause.UNKNOWN, missing.reason(), missing.evidence(), missing.remedies(), List.of(missing.reason()));
        }
        CloudLogin cloud = ((ProviderLookup.Found<CloudLogin>) lookup).provider();
        try {
            return cloud.serves(request.images().get(0))
                    ? cloud.login(request)
                    : new CredentialLookup.None(
                            List.of(module.artifactId() + ": makes no logins for " + request.host()));
        } catch (RuntimeException | LinkageError broken) {
            String summary = module.artifactId() + " failed by itself";
            return new CredentialLookup.Failed(
                    Cause.UNKNOWN, summary, List.of(broken.toString()), List.of(), List.of(summary));
        }
    }
}
