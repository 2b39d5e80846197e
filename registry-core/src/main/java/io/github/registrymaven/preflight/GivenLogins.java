package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.CredentialChain;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.LookupOrder;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The logins that the plugins bring which push, and for all others the usual places. */
final class GivenLogins implements CredentialResolver {
    private final CredentialChain usual;
    private final CloudLogins clouds;
    private final Map<ImageReference, PushLogin> given = new HashMap<>();

    /** Each reference is among the images with one login. */
    GivenLogins(List<RequestedImage> images, CredentialChain usual, CloudLogins clouds) {
        this.usual = usual;
        this.clouds = clouds;
        List<FoundCredential> distinct = new ArrayList<>();
        for (RequestedImage image : images) {
            if (ImageReference.parse(image.reference()) instanceof ParsedReference.Valid valid) {
                given.put(valid.reference(), shared(image.terms().login(), distinct));
            }
        }
    }

    @Override
    public CredentialLookup resolve(ImageReference image) throws InterruptedException {
        return resolve(image, given.getOrDefault(image, PushTerms.USUAL.login()));
    }

    private CredentialLookup resolve(ImageReference image, PushLogin login) throws InterruptedException {
        if (login instanceof PushLogin.Brought brought) {
            return found(brought.found(), List.of());
        }
        if (login instanceof PushLogin.Docker docker) {
            CredentialLookup lookup = usual.resolve(image, docker.order());
            FoundCredential otherwise = docker.otherwise();
            return lookup instanceof CredentialLookup.None none && otherwise != null
                    ? found(otherwise, none.lookedAt())
                    : lookup;
        }
        if (login instanceof PushLogin.Ours) {
            return clouds.after(usual).resolve(image);
        }
        if (login instanceof PushLogin.Anybody) {
            return anybodys(image);
        }
        if (login instanceof PushLogin.HelperFirst helper) {
            return usual.resolve(image, helper.helper(), helper.namedBy(), this::ofJibsCloud);
        }
        if (login instanceof PushLogin.Jibs jib) {
            return usual.resolve(image, jib.order(), this::ofJibsCloud);
        }
        if (login instanceof PushLogin.Unseen unseen && unseen.meanwhile() != null) {
            return resolve(image, unseen.meanwhile());
        }
        return login instanceof PushLogin.Usual
                ? usual.resolve(image, LookupOrder.SETTINGS_AND_DOCKER)
                : usual.resolve(image);
    }

    /** Of all clouds jib knows the credentials of Google alone. */
    private CredentialLookup ofJibsCloud(ImageReference image) throws InterruptedException {
        boolean google = image.kind() == RegistryKind.ARTIFACT_REGISTRY || image.kind() == RegistryKind.GCR;
        return google ? clouds.of(image) : new CredentialLookup.None(List.of());
    }

    /**
     * Where the cloud refuses a login, that is no word about a push by others: they would have none to begin with. Where it is
     * merely busy, nothing is found out.
     */
    private CredentialLookup anybodys(ImageReference image) throws InterruptedException {
        CredentialLookup lookup = usual.resolve(image);
        if (!(lookup instanceof CredentialLookup.None none)) {
            return lookup;
        }
        CredentialLookup made = clouds.of(image).after(none.lookedAt());
        return made instanceof CredentialLookup.Failed failed && !CredentialsRung.PASSING.contains(failed.cause())
                ? new CredentialLookup.None(failed.lookedAt())
                : made;
    }

    private static CredentialLookup found(FoundCredential credential, List<String> before) {
        List<String> lookedAt = new ArrayList<>(before);
        lookedAt.add(credential.origin().description());
        return new CredentialLookup.Found(credential, lookedAt);
    }

    /** Modules that inherit one login are one user: the registry is asked for one token, not for one a module. */
    private static PushLogin shared(PushLogin login, List<FoundCredential> distinct) {
        if (!(login instanceof PushLogin.Brought brought)) {
            return login;
        }
        for (FoundCredential known : distinct) {
            if (known.origin().description().equals(brought.found().origin().description())
                    && OneLogin.isSame(known.credential(), brought.found().credential())) {
                return new PushLogin.Brought(known);
            }
        }
        distinct.add(brought.found());
        return login;
    }
}
