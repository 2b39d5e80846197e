package io.github.registrymaven.testkit.aws;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one kind of digest that Amazon ECR takes. */
final class Sha256 {
    private Sha256() {}

    static String digest(byte[] bytes) {
        return "sha256:" + hex(bytes);
    }

    static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
