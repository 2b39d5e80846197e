package io.github.registrymaven.reference;

import java.util.Arrays;
import java.util.List;

/**
 * Where the path stands in a reference as it was written, which is what a caret points into.
 *
 * @param start the offset of the path's first character
 * @param parts the path's parts, an implied {@code library} not among them
 */
record WrittenPath(String written, int start, List<String> parts) {
    static WrittenPath of(ImageReference image) {
        String path =
                image.libraryImplied() ? image.repository().substring(DockerHub.LIBRARY.length()) : image.repository();
        int start = image.hostImplied() ? 0 : image.written().indexOf('/') + 1;
        return new WrittenPath(image.written(), start, Arrays.asList(path.split("/", -1)));
    }

    /** The offset of a part's first character, or of the path's end where there are not so many. */
    int offset(int part) {
        int offset = start;
        for (int i = 0; i < part && i < parts.size(); i++) {
            offset += parts.get(i).length() + 1;
        }
        return part < parts.size() ? offset : end();
    }

    /** The offset behind the path: of the tag's {@code :}, the digest's {@code @}, or the reference's end. */
    int end() {
        return start + path().length();
    }

    String path() {
        return String.join("/", parts);
    }

    /** The tag and digest as written, their separators included. */
    String suffix() {
        return written.substring(Math.min(end(), written.length()));
    }

    /** The same path, tag and digest on another host. */
    String on(String host) {
        return host + "/" + path() + suffix();
    }
}
