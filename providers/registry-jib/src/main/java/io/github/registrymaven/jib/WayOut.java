package io.github.registrymaven.jib;

import io.github.registrymaven.network.ProxiesUnknownToJvm;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.CredentialsProvider;
import org.apache.http.impl.conn.SystemDefaultRoutePlanner;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** As Jib has it, through the JVM's proxy; where the JVM names none, through the one that was handed over. */
final class WayOut extends SystemDefaultRoutePlanner {
    private final ProxiesUnknownToJvm proxies;
    private final CredentialsProvider logins;

    /**
     * The way for one client.
     *
     * @param logins gets those of the proxies that are taken
     */
    WayOut(ProxiesUnknownToJvm proxies, CredentialsProvider logins) {
        super(ProxySelector.getDefault());
        this.proxies = proxies;
        this.logins = logins;
    }

    @Override
    protected @Nullable HttpHost determineProxy(HttpHost target, HttpRequest request, HttpContext context)
            throws HttpException {
        HttpHost ofTheJvm = super.determineProxy(target, request, context);
        return ofTheJvm == null ? handed(target) : ofTheJvm;
    }

    private @Nullable HttpHost handed(HttpHost target) throws HttpException {
        ProxiesUnknownToJvm.Proxy proxy;
        try {
            proxy = proxies.to(
                    new URI(target.getSchemeName(), null, target.getHostName(), target.getPort(), null, null, null));
        } catch (URISyntaxException noHost) {
            throw new HttpException(target + " is no host", noHost);
        }
        if (proxy == null) {
            return null;
        }
        if (proxy.username() != null) {
            String password = proxy.password() == null ? "" : proxy.password().reveal();
            logins.setCredentials(
                    new AuthScope(proxy.host(), proxy.port()),
                    new UsernamePasswordCredentials(proxy.username(), password));
        }
        return new HttpHost(proxy.host(), proxy.port());
    }
}
