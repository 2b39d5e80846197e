package io.github.registrymaven.testkit.aws;

import java.util.List;

/**
 * Whom a resource's statement is about.
 *
 * @param names ARNs, accounts, {@code *}, or the URLs of identity providers
 * @param excluded whether it is about everybody else
 */
record Principals(List<String> names, boolean excluded) {
    /** How closely a statement names somebody: the closer, the less can take away what it allows. */
    enum Closeness {
        NOT,
        ACCOUNT,
        ROLE,
        EXACTLY
    }

    Principals {
        names = List.copyOf(names);
    }

    Closeness closeness(Caller caller) {
        Closeness closest = Closeness.NOT;
        for (String name : names) {
            Closeness found = closeness(name, caller);
            closest = found.compareTo(closest) > 0 ? found : closest;
        }
        if (excluded) {
            return closest == Closeness.NOT ? Closeness.ROLE : Closeness.NOT;
        }
        return closest;
    }

    private static Closeness closeness(String name, Caller caller) {
        if (name.equals(caller.arn())) {
            return Closeness.EXACTLY;
        }
        if (name.equals("*") || name.equals(caller.identity().arn())) {
            return Closeness.ROLE;
        }
        Arns arns = caller.identity().arns();
        return name.equals(arns.account()) || name.equals(arns.root()) ? Closeness.ACCOUNT : Closeness.NOT;
    }
}
