package io.github.registrymaven.testkit;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import javax.security.auth.x500.X500Principal;

/**
 * A certificate that is still to be signed (RFC 5280, section 4.1). The JDK makes certificates in its keytool only, of which
 * each step is a program that takes half a second to start.
 */
final class X509 {
    private static final byte[] SIGNED_WITH = Der.sequence(Der.identifier("1.2.840.10045.4.3.2"));
    private static final int SERIAL_BITS = 64;

    private final String issuer;
    private final String subject;
    private final PublicKey key;
    private final Instant from;
    private final Instant until;
    private final byte[] extension;

    /** @param extension its only one; empty where it has none */
    X509(String issuer, String subject, PublicKey key, Instant from, Instant until, byte[] extension) {
        this.issuer = issuer;
        this.subject = subject;
        this.key = key;
        this.from = from;
        this.until = until;
        this.extension = extension;
    }

    /** Says that its owner is an authority. */
    static byte[] authority() {
        return Der.sequence(Der.identifier("2.5.29.19"), Der.isTrue(), Der.octets(Der.sequence(Der.isTrue())));
    }

    /**
     * Says for whom it is.
     *
     * @param names {@code ip:} and an address or {@code dns:} and a name, with commas between them
     */
    static byte[] names(String names) {
        byte[][] each = Arrays.stream(names.split(",", -1)).map(X509::name).toArray(byte[][]::new);
        return Der.sequence(Der.identifier("2.5.29.17"), Der.octets(Der.sequence(each)));
    }

    private static byte[] name(String name) {
        String value = name.substring(name.indexOf(':') + 1);
        if (!name.startsWith("ip:")) {
            return Der.tagged(0x82, value.getBytes(StandardCharsets.US_ASCII));
        }
        try {
            return Der.tagged(0x87, InetAddress.getByName(value).getAddress());
        } catch (UnknownHostException noAddress) {
            throw new IllegalArgumentException(value + " is no address", noAddress);
        }
    }

    /** @param authority an elliptic curve's */
    X509Certificate signedWith(PrivateKey authority) throws GeneralSecurityException {
        byte[] content = content();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(authority);
        signature.update(content);
        byte[] all = Der.sequence(content, SIGNED_WITH, Der.bits(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(all));
    }

    private byte[] content() {
        byte[] version3 = Der.tagged(0xa0, Der.integer(BigInteger.TWO));
        byte[] serial = Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0));
        byte[] extensions = extension.length == 0 ? extension : Der.tagged(0xa3, Der.sequence(extension));
        return Der.sequence(
                version3,
                serial,
                SIGNED_WITH,
                new X500Principal(issuer).getEncoded(),
                Der.sequence(Der.time(from), Der.time(until)),
                new X500Principal(subject).getEncoded(),
                key.getEncoded(),
                extensions);
    }
}
