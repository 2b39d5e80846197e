package io.github.registrymaven.image;

/**
 * An entry of a tar.
 *
 * @param name as written
 * @param header where its header begins; for messages
 * @param link what a link names; empty otherwise
 */
record TarEntry(String name, char type, long header, long offset, long size, String link) {
    static final char HARD_LINK = '1';
    static final char SYMBOLIC_LINK = '2';

    boolean isFile() {
        // '7' is a file that is to lie in one piece. A name with a slash at its end is how the oldest tars tell a
        // folder.
        return (type == '0' || type == 0 || type == '7') && !name.endsWith("/");
    }

    boolean isLink() {
        return type == HARD_LINK || type == SYMBOLIC_LINK;
    }

    String shown() {
        return "entry " + Printable.of(name) + " (at byte " + header + ")";
    }
}
