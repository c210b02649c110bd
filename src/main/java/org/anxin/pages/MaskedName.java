package org.anxin.pages;

import org.anxin.personal.Masked;
import org.anxin.personal.PersonalField;
import org.jspecify.annotations.Nullable;

/** Names as lists show them: the first character, and stars for the rest. */
final class MaskedName {
    private MaskedName() {}

    /** {@code 王**} for 王小明; a dash where no name is known. */
    static String of(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return "—";
        }
        return String.valueOf(Masked.of(PersonalField.NAME, name));
    }
}
