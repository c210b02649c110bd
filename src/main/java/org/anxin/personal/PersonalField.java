package org.anxin.personal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What tells who somebody is, a column of {@code people} each. */
public enum PersonalField {
    /** What the person is called. */
    NAME("name", "name", Pattern.compile("\\s+")),
    /** Number of the identity card. */
    ID_NUMBER("id_number", "idNumber", Pattern.compile("[\\s\\p{Pd}]+")),
    /** Phone, with or without the prefix of the country. */
    PHONE("phone", "phone", Pattern.compile("[\\s\\p{Pd}().]+|^\\s*(?:\\+|00)86"));

    private final String column;
    private final String member;
    private final Pattern ignored;

    PersonalField(String column, String member, Pattern ignored) {
        this.column = column;
        this.member = member;
        this.ignored = ignored;
    }

    /** Its column of {@code people}. */
    public String column() {
        return column;
    }

    /** What it is called in JSON. */
    public String member() {
        return member;
    }

    /** Whether two values are spellings of one. */
    public boolean isSame(String one, @Nullable String other) {
        return other != null && spelling(one).equals(spelling(other));
    }

    /** What is the same for all spellings of a value: width, case, spaces and dashes do not matter. */
    public String spelling(String text) {
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return ignored.matcher(wide).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
