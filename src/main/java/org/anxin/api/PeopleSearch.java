package org.anxin.api;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.personal.PersonalField;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/people-search}.
 *
 * @param wanted what the people have, all of it
 * @param after only people whose ids come after this one; empty for all
 */
record PeopleSearch(Map<PersonalField, String> wanted, String after) {
    private static final String AFTER = "after";
    private static final Fields FIELDS = Fields.of("name", "idNumber", "phone", AFTER);

    /** The search at which {@code in} stands, or null if mistakes were reported. */
    static @Nullable PeopleSearch read(FactInput in) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        Map<PersonalField, String> wanted = new EnumMap<>(PersonalField.class);
        String after = null;
        while (in.next()) {
            switch (in.field()) {
                case AFTER -> after = in.id();
                case "name" -> add(wanted, PersonalField.NAME, in.textOrBlank());
                case "idNumber" -> add(wanted, PersonalField.ID_NUMBER, in.textOrBlank());
                default -> add(wanted, PersonalField.PHONE, in.textOrBlank());
            }
        }
        if (in.clean() && wanted.isEmpty()) {
            in.report(ErrorCode.REQUIRED);
        }
        return in.clean() ? new PeopleSearch(wanted, after == null ? "" : after) : null;
    }

    private static void add(Map<PersonalField, String> wanted, PersonalField field, @Nullable String text) {
        if (text != null) {
            wanted.put(field, text);
        }
    }
}
