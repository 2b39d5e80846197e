package io.github.registrymaven.catalogue;

import com.google.gson.annotations.SerializedName;
import java.util.Locale;

/** How sure a text makes it: the part of the contract that says what an explanation is worth. */
public enum Confidence {
    /** The text names the cause. */
    @SerializedName("certain")
    CERTAIN,
    /** The text is written for this cause nearly always. */
    @SerializedName("likely")
    LIKELY,
    /** The text is written for several causes; this is the most frequent. */
    @SerializedName("guess")
    GUESS;

    /** The name in every output. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
