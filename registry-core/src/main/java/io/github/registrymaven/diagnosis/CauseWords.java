package io.github.registrymaven.diagnosis;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a page says of a cause beyond {@link CauseBook}, read from {@code pages.json}. */
public final class CauseWords {
    private final Map<String, Words> words;

    private CauseWords(Map<String, Words> words) {
        this.words = words;
    }

    /**
     * The words for one cause.
     *
     * @param title of its page
     * @param says a predicate, for a sentence that begins with the repository
     * @param nameless the whole sentence where no repository is known, and the registry does not do for the subject
     * @param apart how it is told from what looks like it
     * @param falseAlarm when it is none
     */
    public record Words(String title, String says, @Nullable String nameless, String apart, String falseAlarm) {}

    /** The words that come with this version. */
    public static CauseWords open() {
        try (InputStream resource = Objects.requireNonNull(CauseWords.class.getResourceAsStream("pages.json"))) {
            return new CauseWords(Map.copyOf(new Gson()
                    .fromJson(
                            new InputStreamReader(resource, StandardCharsets.UTF_8),
                            new TypeToken<Map<String, Words>>() {})));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("pages.json cannot be read from our own jar", unreadable);
        }
    }

    public Words of(Cause cause) {
        return Objects.requireNonNull(words.get(cause.id()), cause.id());
    }
}
