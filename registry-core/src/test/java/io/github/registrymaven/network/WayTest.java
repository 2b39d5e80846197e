package io.github.registrymaven.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which requests may share a connection. */
final class WayTest {
    private static final Route PROXY = new Route("proxy", 3128, null, null, "settings.xml");

    private static String key(String uri, @Nullable Route proxy, boolean anyone) {
        return Way.to(URI.create(uri), proxy, anyone).key();
    }

    @Test
    void thoseToAHostDoWhateverTheyAskFor() {
        assertThat(key("https://h.example/v2/", null, false)).isEqualTo(key("https://h.example/token?x", null, false));
    }

    /** {@code certs.d} has a folder for each of them, and so have their certificates. */
    @Test
    void thoseToAHostWithItsPortDoNotShareWithThoseWithout() {
        assertThat(key("https://h.example/", null, false)).isNotEqualTo(key("https://h.example:443/", null, false));
    }

    @Test
    void whatWasBelievedUnseenIsNotSharedWithWhatWasChecked() {
        assertThat(key("https://h.example/", null, true)).isNotEqualTo(key("https://h.example/", null, false));
    }

    @Test
    void aProxyIsSharedByPlainHostsAndNotByThoseItLeadsToOverTls() {
        assertThat(key("http://a.example/", PROXY, false)).isEqualTo(key("http://b.example/", PROXY, false));
        assertThat(key("https://a.example/", PROXY, false)).isNotEqualTo(key("https://b.example/", PROXY, false));
        assertThat(key("https://a.example/", PROXY, false)).isNotEqualTo(key("https://a.example/", null, false));
    }
}
