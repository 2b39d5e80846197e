package io.github.registrymaven.testkit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Users, their passwords and their rights. {@code null} as a user is nobody, who may be granted rights, too. */
final class Users {
    static final String NOBODY = "";

    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final List<Right> rights = new CopyOnWriteArrayList<>();

    private record Right(String user, Pattern repository, Set<Action> actions) {}

    void add(String user, String password) {
        passwords.put(user, password);
    }

    void grant(String user, String repositories, Action... actions) {
        rights.add(new Right(user, Wildcard.pattern(repositories), EnumSet.copyOf(List.of(actions))));
    }

    boolean knows(String user, String password) {
        return password.equals(passwords.get(user));
    }

    boolean has(String user) {
        return passwords.containsKey(user);
    }

    /** What a user may do to a repository. */
    Set<Action> rights(@Nullable String user, String repository) {
        Set<Action> granted = EnumSet.noneOf(Action.class);
        List<String> names = new ArrayList<>(List.of(NOBODY));
        if (user != null) {
            names.add(user);
        }
        for (Right right : rights) {
            if (names.contains(right.user())
                    && right.repository().matcher(repository).matches()) {
                granted.addAll(right.actions());
            }
        }
        return granted;
    }
}
