package io.github.registrymaven.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of addresses in CIDR notation, {@code 10.0.0.0/8}. */
final class AddressRange {
    private AddressRange() {}

    /** Whether an address literal lies in a range; a host name never does, as it is not looked up for this. */
    static boolean contains(String range, String host) {
        int slash = range.indexOf('/');
        String bits = range.substring(slash + 1);
        if (!isLiteral(host) || !isLiteral(range.substring(0, slash)) || !bits.matches("\\d{1,3}")) {
            return false;
        }
        try {
            byte[] network = InetAddress.getByName(range.substring(0, slash)).getAddress();
            byte[] address = InetAddress.getByName(host).getAddress();
            int free = network.length * 8 - Integer.parseInt(bits);
            return network.length == address.length
                    && free >= 0
                    && new BigInteger(1, network).shiftRight(free).equals(new BigInteger(1, address).shiftRight(free));
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    /** Only what needs no look-up. */
    static boolean isLiteral(String host) {
        return host.contains(":") || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }
}
