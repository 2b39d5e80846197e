package io.github.registrymaven.jib;

import com.google.cloud.tools.jib.http.ResponseException;
import com.google.cloud.tools.jib.image.json.PlatformNotFoundInBaseImageException;
import com.google.cloud.tools.jib.image.json.UnlistedPlatformInManifestListException;
import io.github.registrymaven.artifact.ImageBuild;
import io.github.registrymaven.artifact.ImagePlan;
import io.github.registrymaven.artifact.Workplace;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.CauseBook;
import io.github.registrymaven.diagnosis.Facts;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.reference.ImageReference;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why Jib did not build an image, told from what it threw. */
final class BuildFailure {
    private static final int MOST_LINES = 4;
    private static final int MOST_CHARACTERS = 400;

    private final ImagePlan plan;
    private final Workplace workplace;
    private final @Nullable PullProxy proxy;

    BuildFailure(ImagePlan plan, Workplace workplace) {
        this.plan = plan;
        this.workplace = workplace;
        this.proxy = plan.base() == null ? null : new PullProxy(plan.base(), workplace.proxies());
    }

    ImageBuild.NotBuilt of(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        Cause cause = cause(chain);
        List<String> evidence = evidence(chain);
        if (cause == Cause.PROXY_FAILURE && proxy != null) {
            evidence.addAll(proxy.evidence());
        }
        return new ImageBuild.NotBuilt(cause, summary(cause), evidence, remedies(cause));
    }

    private Cause cause(List<Throwable> chain) {
        for (Throwable one : chain) {
            Cause cause = cause(one);
            if (cause != Cause.UNKNOWN) {
                return cause;
            }
        }
        return Cause.UNKNOWN;
    }

    private Cause cause(Throwable one) {
        String message = String.valueOf(one.getMessage());
        // Jib keeps the class of the second to itself.
        if (one instanceof WrongDigest || one.getClass().getSimpleName().equals("UnexpectedBlobDigestException")) {
            return Cause.DIGEST_MISMATCH;
        }
        if (proxy != null && proxy.isWhatFailed(one)) {
            return Cause.PROXY_FAILURE;
        }
        if (one instanceof ResponseException answer) {
            return status(answer.getStatusCode());
        }
        if (one instanceof PlatformNotFoundInBaseImageException
                || one instanceof UnlistedPlatformInManifestListException) {
            return Cause.MANIFEST_UNKNOWN;
        }
        if (message.contains("No space left on device")) {
            return Cause.DISK_FULL;
        }
        if (workplace.offline() && message.contains("offline")) {
            return Cause.LOCAL_IMAGE_MISSING;
        }
        return network(one, message);
    }

    private Cause network(Throwable one, String message) {
        if (one instanceof UnknownHostException) {
            return Cause.REGISTRY_UNREACHABLE_DNS;
        }
        if (one instanceof SocketTimeoutException) {
            return Cause.CONNECTION_TIMEOUT;
        }
        if (one instanceof ConnectException) {
            return message.contains("timed out") ? Cause.CONNECTION_TIMEOUT : Cause.CONNECTION_REFUSED;
        }
        if (one instanceof SSLException) {
            return message.contains("Unsupported or unrecognized SSL message")
                    ? Cause.HTTP_HTTPS_MISMATCH
                    : Cause.TLS_UNTRUSTED_CERTIFICATE;
        }
        if (one instanceof SocketException) {
            return Cause.CONNECTION_RESET;
        }
        // What is more exact stands deeper in the chain, where it is known.
        return Cause.UNKNOWN;
    }

    private Cause status(int code) {
        return switch (code) {
            case 401 ->
                JibLogin.of(workplace.credential()).isEmpty() ? Cause.CREDENTIALS_MISSING : Cause.CREDENTIALS_REJECTED;
            case 403 -> Cause.PERMISSION_DENIED;
            case 404 -> Cause.MANIFEST_UNKNOWN;
            case 429 -> Cause.RATE_LIMITED;
            default -> code >= 500 ? Cause.REGISTRY_SERVER_ERROR : Cause.UNKNOWN;
        };
    }

    private String summary(Cause cause) {
        String base = plan.base() == null ? "scratch" : plan.base().written();
        return switch (cause) {
            case DISK_FULL -> "the image could not be built: there is no space left on the disk";
            case DIGEST_MISMATCH -> "the registry sent something else than the base image " + base;
            case MANIFEST_UNKNOWN -> "the base image " + base + " is not there, or not for this platform";
            case LOCAL_IMAGE_MISSING -> "the base image " + base + " was not pulled yet, and Maven is offline";
            case UNKNOWN -> "the image could not be built on " + base;
            case PROXY_FAILURE -> "the base image " + base + " could not be pulled through the proxy";
            default -> "the base image " + base + " could not be pulled";
        };
    }

    private List<Remedy> remedies(Cause cause) {
        if (cause == Cause.PROXY_FAILURE && proxy != null) {
            return proxy.remedies();
        }
        ImageReference base = plan.base();
        if (cause == Cause.LOCAL_IMAGE_MISSING) {
            return List.of(new Remedy("Build once without --offline: the base image is kept", List.of(), List.of()));
        }
        if (base == null || cause == Cause.UNKNOWN || cause == Cause.PERMISSION_DENIED) {
            // What the book says of permissions is about a push.
            return List.of();
        }
        Facts facts = new Facts(base.kind(), Map.of("host", base.host(), "repository", base.repository()));
        return CauseBook.open().remedies(cause, facts);
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable one = thrown; one != null && !chain.contains(one); one = one.getCause()) {
            chain.add(one);
        }
        return chain;
    }

    private static List<String> evidence(List<Throwable> chain) {
        List<String> lines = new ArrayList<>();
        for (Throwable one : chain) {
            String message = one.getMessage();
            if (message == null || lines.size() == MOST_LINES) {
                continue;
            }
            String line = message.length() <= MOST_CHARACTERS ? message : message.substring(0, MOST_CHARACTERS) + "…";
            // Each wrapper repeats what it wraps, with a class name before it.
            lines.removeIf(told -> told.contains(line));
            lines.add(line);
        }
        return lines;
    }
}
