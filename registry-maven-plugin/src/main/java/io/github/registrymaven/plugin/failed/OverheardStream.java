package io.github.registrymaven.plugin.failed;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Passes on whatever is printed, by the same method, so that the real stream encodes and colours it as it would without us.
 */
final class OverheardStream extends PrintStream {
    /** Is told what is printed. */
    interface Ear {
        void hear(String text);
    }

    private final PrintStream real;
    private final Ear ear;

    OverheardStream(PrintStream real, Ear ear) {
        super(real);
        this.real = real;
        this.ear = ear;
    }

    @Override
    public void write(int octet) {
        real.write(octet);
        ear.hear(String.valueOf((char) (octet & 0x7F)));
    }

    @Override
    public void write(byte[] octets, int from, int length) {
        real.write(octets, from, length);
        ear.hear(new String(octets, from, length, StandardCharsets.UTF_8));
    }

    @Override
    public void print(String text) {
        real.print(text);
        ear.hear(String.valueOf(text));
    }

    @Override
    public void print(char[] text) {
        print(String.valueOf(text));
    }

    @Override
    public void print(boolean value) {
        print(String.valueOf(value));
    }

    @Override
    public void print(char value) {
        print(String.valueOf(value));
    }

    @Override
    public void print(int value) {
        print(String.valueOf(value));
    }

    @Override
    public void print(long value) {
        print(String.valueOf(value));
    }

    @Override
    public void print(float value) {
        print(String.valueOf(value));
    }

    @Override
    public void print(double value) {
        print(String.valueOf(value));
    }

    @Override
    public void print(Object value) {
        print(String.valueOf(value));
    }

    @Override
    public void println() {
        real.println();
        ear.hear("\n");
    }

    @Override
    public void println(String text) {
        real.println(text);
        ear.hear(text + "\n");
    }

    @Override
    public void println(char[] text) {
        println(String.valueOf(text));
    }

    @Override
    public void println(boolean value) {
        println(String.valueOf(value));
    }

    @Override
    public void println(char value) {
        println(String.valueOf(value));
    }

    @Override
    public void println(int value) {
        println(String.valueOf(value));
    }

    @Override
    public void println(long value) {
        println(String.valueOf(value));
    }

    @Override
    public void println(float value) {
        println(String.valueOf(value));
    }

    @Override
    public void println(double value) {
        println(String.valueOf(value));
    }

    @Override
    public void println(Object value) {
        println(String.valueOf(value));
    }

    @Override
    public void flush() {
        real.flush();
    }

    @Override
    public boolean checkError() {
        return real.checkError();
    }

    /** The stream is the JVM's. */
    @Override
    public void close() {
        flush();
    }
}
