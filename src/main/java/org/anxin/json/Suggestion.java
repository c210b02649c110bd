package org.anxin.json;

import java.util.Collection;
import org.anxin.text.Bilingual;
import org.anxin.text.Nearest;
import org.jspecify.annotations.Nullable;

/** The part of a message that names what was probably meant. Only names of our own are suggested. */
public final class Suggestion {
    private static final Bilingual NONE = new Bilingual("", "");

    private Suggestion() {}

    /** Names the nearest of {@code known}, or nothing if none is near. */
    public static Bilingual of(String typed, Collection<String> known) {
        return word(Nearest.to(typed, known));
    }

    /** Names {@code nearest}, or nothing if it is null. */
    public static Bilingual word(@Nullable String nearest) {
        return nearest == null ? NONE : new Bilingual("，是否应为“" + nearest + "”", "; did you mean \"" + nearest + "\"");
    }
}
