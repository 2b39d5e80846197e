package io.github.registrymaven.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A digest that can be verified: of an algorithm that the OCI image spec registers ("Descriptors", "Digests"). */
record ContentDigest(String algorithm, String hex) {
    private static final Pattern GRAMMAR = Pattern.compile("sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128}");

    static @Nullable ContentDigest parse(String text) {
        if (!GRAMMAR.matcher(text).matches()) {
            return null;
        }
        int colon = text.indexOf(':');
        return new ContentDigest(text.substring(0, colon), text.substring(colon + 1));
    }

    static ContentDigest sha256(byte[] bytes) {
        return new ContentDigest("sha256", hex(sha256().digest(bytes)));
    }

    static MessageDigest sha256() {
        return digest("SHA-256");
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    MessageDigest start() {
        return digest(algorithm.equals("sha512") ? "SHA-512" : "SHA-256");
    }

    /** Whether the bytes that were digested are those that are meant. */
    boolean isOf(MessageDigest digested) {
        return hex(digested.digest()).equals(hex);
    }

    /** Where an OCI layout keeps what has this digest (OCI image spec, "Image Layout", "Blobs"). */
    String blob() {
        return "blobs/" + algorithm + "/" + hex;
    }

    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java has SHA-256, and OpenJDK has SHA-512.
            throw new IllegalStateException(impossible);
        }
    }
}
