package io.github.registrymaven.plugin;

import io.github.registrymaven.report.Dress;
import org.apache.maven.plugin.logging.Log;

/** Maven's log, to which texts come dressed for where they are read. */
final class DressedLog implements Log {
    private final Log log;
    private final Dress dress;

    DressedLog(Log log, Dress dress) {
        this.log = log;
        this.dress = dress;
    }

    private String dressed(CharSequence text) {
        return dress.of(String.valueOf(text));
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        log.debug(dressed(content));
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        log.debug(dressed(content), error);
    }

    @Override
    public void debug(Throwable error) {
        log.debug(error);
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        log.info(dressed(content));
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        log.info(dressed(content), error);
    }

    @Override
    public void info(Throwable error) {
        log.info(error);
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        log.warn(dressed(content));
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        log.warn(dressed(content), error);
    }

    @Override
    public void warn(Throwable error) {
        log.warn(error);
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        log.error(dressed(content));
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        log.error(dressed(content), error);
    }

    @Override
    public void error(Throwable error) {
        log.error(error);
    }
}
