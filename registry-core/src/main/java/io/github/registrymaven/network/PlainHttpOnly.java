package io.github.registrymaven.network;

import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The TLS of clients that speak plain http only: none. The JDK's client wants a context even then, and its default one reads
 * the JVM's trust store and loads 400 classes, 0.1 s of every such build for nothing.
 */
final class PlainHttpOnly extends SSLContext {
    PlainHttpOnly() {
        super(new Nothing(), null, "none");
    }

    private static final class Nothing extends SSLContextSpi {
        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            return new SSLParameters(new String[0], new String[0]);
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return engineGetDefaultSSLParameters();
        }

        @Override
        protected void engineInit(
                KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random) {
            throw plainOnly();
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            throw plainOnly();
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            throw plainOnly();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            throw plainOnly();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            throw plainOnly();
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            throw plainOnly();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            throw plainOnly();
        }

        private static IllegalStateException plainOnly() {
            return new IllegalStateException("this client speaks plain http only");
        }
    }
}
