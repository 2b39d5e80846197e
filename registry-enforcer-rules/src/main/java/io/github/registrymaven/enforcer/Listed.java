package io.github.registrymaven.enforcer;

import java.util.ArrayList;

/**
 * The elements of a list in a rule: {@link Image}, {@link Folder}, or what else a POM has there.
 *
 * <p>No {@code List<Image>}, as Maven would work out anew what that is a list of, for each rule of each module.
 */
public final class Listed extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;
}
