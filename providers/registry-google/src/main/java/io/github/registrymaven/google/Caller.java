package io.github.registrymaven.google;

import org.jspecify.annotations.Nullable;

/**
 * As whom Google is asked.
 *
 * @param pushes whether it is the very login of the push, so that what it may do the push may do
 */
record Caller(Answer<Session> answer, boolean pushes) {
    @Nullable
    Session session() {
        return answer instanceof Answer.Given<Session> given ? given.value() : null;
    }

    @Nullable
    Trouble trouble() {
        return answer instanceof Answer.None<Session> none ? none.trouble() : null;
    }
}
