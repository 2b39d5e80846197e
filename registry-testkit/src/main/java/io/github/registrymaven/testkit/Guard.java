package io.github.registrymaven.testkit;

import java.io.IOException;

/** Decides who comes in. Each way of logging in is one guard. */
interface Guard {
    /** Whether somebody may speak to the registry at all. */
    void admit(Exchange exchange) throws IOException, Refused;

    /** Whether somebody may do this to a repository. */
    void allow(Exchange exchange, String repository, Operation operation) throws IOException, Refused;

    /** Lets everybody do everything. */
    static Guard open() {
        return new Guard() {
            @Override
            public void admit(Exchange exchange) {}

            @Override
            public void allow(Exchange exchange, String repository, Operation operation) {}
        };
    }
}
