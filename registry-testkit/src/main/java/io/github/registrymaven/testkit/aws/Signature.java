package io.github.registrymaven.testkit.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A signature of version 4
 * (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">how it is made</a>).
 *
 * @param scope day, region, service and an end mark
 */
record Signature(String keyId, String scope, List<String> signedHeaders, String value) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Pattern HEADER = Pattern.compile(
            ALGORITHM + " Credential=([^/]+)/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    /** Reads the header {@code Authorization}; null where there is no signature in it. */
    static @Nullable Signature of(@Nullable String header) {
        Matcher parts = HEADER.matcher(header == null ? "" : header);
        return parts.matches()
                ? new Signature(
                        parts.group(1), parts.group(2), List.of(parts.group(3).split(";", -1)), parts.group(4))
                : null;
    }

    String region() {
        String[] parts = scope.split("/", -1);
        return parts.length > 1 ? parts[1] : "";
    }

    /** Whether this secret signed this request. */
    boolean isOf(AwsRequest request, String secret) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.US_ASCII), made(request, secret).getBytes(StandardCharsets.US_ASCII));
    }

    private String made(AwsRequest request, String secret) {
        String toSign = String.join(
                "\n", ALGORITHM, String.valueOf(request.header("X-Amz-Date")), scope, hash(canonical(request)));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    /** The request in the form that is signed. Calls carry no query: all is in the body. */
    private String canonical(AwsRequest request) {
        String headers = signedHeaders.stream()
                .map(name -> name.toLowerCase(Locale.ROOT) + ":" + trimmed(request.header(name)) + "\n")
                .collect(Collectors.joining());
        String hash = request.header("X-Amz-Content-Sha256");
        return String.join(
                "\n",
                request.method(),
                request.path().isEmpty() ? "/" : request.path(),
                "",
                headers,
                String.join(";", signedHeaders),
                hash == null ? hash(request.body()) : hash);
    }

    private static String trimmed(@Nullable String value) {
        return value == null ? "" : value.strip().replaceAll(" +", " ");
    }

    private static String hash(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
