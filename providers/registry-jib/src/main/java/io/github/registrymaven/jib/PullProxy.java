package io.github.registrymaven.jib;

import com.google.cloud.tools.jib.http.ResponseException;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.CauseBook;
import io.github.registrymaven.diagnosis.Facts;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.network.ProxiesUnknownToJvm;
import io.github.registrymaven.reference.ImageReference;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.apache.http.HttpHost;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.HttpHostConnectException;
import org.jspecify.annotations.Nullable;

/** The proxy on the way to a base image, where a pull failed: whether it was the proxy, and what mends that. */
final class PullProxy {
    private final ImageReference base;
    private final ProxiesUnknownToJvm.@Nullable Proxy handed;

    /**
     * The way to a base image.
     *
     * @param proxies that were handed to Jib
     */
    PullProxy(ImageReference base, @Nullable ProxiesUnknownToJvm proxies) {
        this.base = base;
        this.handed = proxies == null ? null : proxies.to(URI.create("https://" + base.host()));
    }

    /** Whether the proxy was not reached, or answered in the registry's stead. */
    boolean isWhatFailed(Throwable thrown) {
        return thrown instanceof ProxyRefused
                || (thrown instanceof ResponseException answer
                        && answer.getStatusCode() == TunnelRequests.WANTS_A_LOGIN)
                || (handed != null && wasNotReached(thrown, handed));
    }

    /** What connects to a proxy names the proxy, and does not even look up the registry's name. */
    private static boolean wasNotReached(Throwable thrown, ProxiesUnknownToJvm.Proxy proxy) {
        if (thrown instanceof UnknownHostException) {
            String message = String.valueOf(thrown.getMessage());
            return message.equals(proxy.host()) || message.startsWith(proxy.host() + ":");
        }
        HttpHost dialled = thrown instanceof HttpHostConnectException refused
                ? refused.getHost()
                : thrown instanceof ConnectTimeoutException late ? late.getHost() : null;
        return dialled != null && dialled.toHostString().equals(proxy.address());
    }

    /** Which proxy that is; nothing where Jib took it from the JVM by itself. */
    List<String> evidence() {
        return handed == null
                ? List.of()
                : List.of("the proxy " + handed.address() + " is from " + handed.origin()
                        + (handed.username() == null
                                ? ", without a login"
                                : ", with the login of " + handed.username()));
    }

    List<Remedy> remedies() {
        if (handed == null || !handed.origin().equals("settings.xml")) {
            Facts facts = new Facts(base.kind(), Map.of("host", base.host(), "repository", base.repository()));
            return CauseBook.open().remedies(Cause.PROXY_FAILURE, facts);
        }
        // Where settings.xml names a proxy, NO_PROXY is not asked.
        return List.of(new Remedy(
                "Correct the proxy's address and login in settings.xml; a host inside your network belongs to its"
                        + " nonProxyHosts",
                List.of(),
                List.of()));
    }
}
