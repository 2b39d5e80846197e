package io.github.registrymaven.azure;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this machine takes a name's addresses to be. */
interface Resolver {
    InetAddress[] addresses(String host) throws UnknownHostException;
}
