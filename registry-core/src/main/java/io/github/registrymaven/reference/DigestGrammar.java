package io.github.registrymaven.reference;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The digest: an algorithm that registries know, and as many lower-case hexadecimal digits as it yields. */
final class DigestGrammar {
    /** The registered algorithms, https://github.com/opencontainers/image-spec/blob/main/descriptor.md, and sha384, which docker takes. */
    private static final Map<String, Integer> HEX_LENGTH = Map.of("sha256", 64, "sha384", 96, "sha512", 128);

    private static final String EXAMPLE = "sha256: and 64 hexadecimal digits";

    private DigestGrammar() {}

    static Reading.@Nullable Fault fault(String digest, int offset) {
        if (digest.isEmpty()) {
            return new Reading.Fault(offset, "the digest is empty", EXAMPLE + ", or no '@'");
        }
        int colon = digest.indexOf(':');
        Integer length = colon < 0 ? null : HEX_LENGTH.get(digest.substring(0, colon));
        if (length == null) {
            return new Reading.Fault(
                    offset,
                    colon < 0 ? "after '@' comes a digest" : "registries do not know this digest algorithm",
                    EXAMPLE);
        }
        String hex = digest.substring(colon + 1);
        for (int i = 0; i < hex.length(); i++) {
            if (i == length) {
                return wrongLength(digest, length, offset + colon + 1 + i);
            }
            if (!Ascii.isHex(hex.charAt(i)) || Ascii.isUpper(hex.charAt(i))) {
                return new Reading.Fault(
                        offset + colon + 1 + i,
                        Shown.character(hex, i) + " cannot stand in a digest",
                        "0-9 and a-f, " + length + " of them");
            }
        }
        return hex.length() == length ? null : wrongLength(digest, length, offset + digest.length());
    }

    private static Reading.Fault wrongLength(String digest, int length, int position) {
        int colon = digest.indexOf(':');
        return new Reading.Fault(
                position,
                "the digest has " + (digest.length() - colon - 1) + " hexadecimal digits",
                length + " of them for " + digest.substring(0, colon));
    }
}
