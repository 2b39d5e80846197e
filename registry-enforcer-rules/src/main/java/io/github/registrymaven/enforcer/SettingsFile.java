package io.github.registrymaven.enforcer;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.io.DefaultSettingsReader;
import org.apache.maven.settings.io.SettingsReader;
import org.jspecify.annotations.Nullable;

/**
 * The servers of a settings.xml as they are written. Maven has put in the environment's values for {@code ${env.TOKEN}} and, since
 * version 4, decrypted what is encrypted, before anybody sees them; only the file says what stands in it.
 */
final class SettingsFile {
    private SettingsFile() {}

    /** The ids of servers whose password stands there for all to read; none where the file cannot be read. */
    static List<String> serversInPlainText(@Nullable File file) {
        if (file == null || !file.isFile()) {
            return List.of();
        }
        try {
            // Maven's own reader, which knows what Maven takes for a server, and is loaded and warm.
            return new DefaultSettingsReader()
                    .read(file, Map.of(SettingsReader.IS_STRICT, false)).getServers().stream()
                            .filter(server -> PlainText.is(server.getPassword()))
                            .map(Server::getId)
                            .collect(Collectors.toList());
        } catch (IOException notRead) {
            // Maven has read it, or said why not.
            return List.of();
        }
    }
}
