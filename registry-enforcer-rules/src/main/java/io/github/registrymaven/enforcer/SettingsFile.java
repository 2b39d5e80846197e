package io.github.registrymaven.enforcer;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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
        // The JDK's own: to look for others takes longer than to read the file.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream in = Files.newInputStream(file.toPath())) {
            return servers(factory.createXMLStreamReader(in));
        } catch (IOException | XMLStreamException notRead) {
            // Maven has read it, or said why not.
            return List.of();
        }
    }

    private static List<String> servers(XMLStreamReader xml) throws XMLStreamException {
        List<String> ids = new ArrayList<>();
        List<String> path = new ArrayList<>();
        String id = "";
        boolean plain = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                path.add(xml.getLocalName());
            } else if (event == XMLStreamConstants.CHARACTERS) {
                String place = String.join("/", path);
                if (place.equals("settings/servers/server/id")) {
                    id = xml.getText().strip();
                } else if (place.equals("settings/servers/server/password")) {
                    plain = PlainText.is(xml.getText());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (String.join("/", path).equals("settings/servers/server")) {
                    if (plain) {
                        ids.add(id);
                    }
                    id = "";
                    plain = false;
                }
                path.remove(path.size() - 1);
            }
        }
        return ids;
    }
}
