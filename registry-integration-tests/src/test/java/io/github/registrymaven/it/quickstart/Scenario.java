package io.github.registrymaven.it.quickstart;

import org.jspecify.annotations.Nullable;

/**
 * One build that the quickstart shows.
 *
 * @param title what is right or wrong with it
 * @param image where it pushes to
 * @param user who it logs in as
 * @param password the password in its settings.xml
 * @param cause the cause that the check must name; null where the push is to be taken
 */
record Scenario(
        String title,
        String image,
        String user,
        String password,
        @Nullable String cause) {}
