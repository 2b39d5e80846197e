package io.github.registrymaven.session;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.network.ProxyServer;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** The active proxies of settings.xml, decrypted, in their order. */
final class SettingsProxies {
    private final MavenSession session;
    private final SettingsDecrypter decrypter;

    SettingsProxies(MavenSession session, SettingsDecrypter decrypter) {
        this.session = session;
        this.decrypter = decrypter;
    }

    List<ProxyServer> read() {
        List<ProxyServer> proxies = new ArrayList<>();
        for (Proxy proxy : session.getSettings().getProxies()) {
            if (proxy.isActive() && proxy.getHost() != null) {
                proxies.add(read(proxy));
            }
        }
        return proxies;
    }

    private ProxyServer read(Proxy proxy) {
        String password = proxy.getPassword() == null
                ? null
                : decrypter
                        .decrypt(new DefaultSettingsDecryptionRequest(proxy))
                        .getProxy()
                        .getPassword();
        Secret readable = password == null || EncryptedText.is(password) ? null : Secret.of(password);
        String exempt = proxy.getNonProxyHosts() == null ? "" : proxy.getNonProxyHosts();
        return new ProxyServer(
                proxy.getProtocol() == null ? "http" : proxy.getProtocol(),
                proxy.getHost(),
                proxy.getPort(),
                proxy.getUsername(),
                readable,
                List.of(exempt.split("[|,]", -1)));
    }
}
