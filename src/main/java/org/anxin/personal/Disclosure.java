package org.anxin.personal;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a person somebody sees in full; the rest is masked.
 *
 * @param full what is not masked
 */
public record Disclosure(Set<PersonalField> full) {
    /** Everything. */
    public static final Disclosure FULL = new Disclosure(EnumSet.allOf(PersonalField.class));

    /** Copies what is given. */
    public Disclosure {
        full = Set.copyOf(full);
    }

    /** The value as it is shown. */
    public @Nullable String shown(PersonalField field, @Nullable String text) {
        return full.contains(field) ? text : Masked.of(field, text);
    }
}
