package org.anxin.registry.imports;

import static org.anxin.registry.imports.Column.key;
import static org.anxin.registry.imports.Column.optional;
import static org.anxin.registry.imports.Column.required;

import java.util.List;
import java.util.Locale;
import org.anxin.personal.PersonalField;
import org.jspecify.annotations.Nullable;

/**
 * What can be imported, in an order in which nothing refers to what comes after it. The columns of the first six are as SPEC
 * section 7 has them.
 */
public enum ImportKind {
    MARKETS(
            key("id", "id", new Content.Id()),
            required("name", "name", new Content.Free()),
            required("type", "type", new Content.Word("marketType")),
            optional("subdistrict", "subdistrict", new Content.Free())),
    OPERATORS(
            key("id", "id", new Content.Id()),
            required("market_id", "market_no", new Content.Reference("markets")),
            required("name", "name", new Content.Free()),
            optional("sells_imported", "sells_imported", new Content.Flag()),
            optional("activated_on", "activated_on", new Content.Day()),
            optional("letter_signed_on", "letter_signed_on", new Content.Day())),
    PEOPLE(
            key("id", "id", new Content.Id()),
            optional("name", "name", new Content.Personal(PersonalField.NAME)),
            optional("id_number", "id_number", new Content.Personal(PersonalField.ID_NUMBER)),
            optional("phone", "phone", new Content.Personal(PersonalField.PHONE)),
            optional("released_on", "released_on", new Content.Day()).lackable()),
    ASSIGNMENTS(
            key("person_id", "person_no", new Content.Reference("people")),
            key("market_id", "market_no", new Content.Reference("markets")),
            key("category", "category", new Content.Word("category")),
            key("from", "from_on", new Content.Day()),
            optional("operator_id", "operator_no", new Content.Reference("operators")),
            optional("to", "to_on", new Content.Day())),
    SAMPLES(
            key("person_id", "person_no", new Content.Reference("people")),
            key("taken_at", "taken_at", new Content.Time()),
            required("result", "result", new Content.Word("result")),
            optional("laboratory", "laboratory", new Content.Free())),
    ABSENCES(
            key("person_id", "person_no", new Content.Reference("people")),
            key("from", "from_on", new Content.Day()),
            optional("to", "to_on", new Content.Day()),
            optional("reason", "reason", new Content.Free())),
    OPERATOR_ACTIVATIONS(
            "activations",
            key("operator_id", "operator_no", new Content.Reference("operators")),
            key("from", "from_on", new Content.Day()),
            optional("to", "to_on", new Content.Day())),
    PERSON_ACTIVATIONS(
            "activations",
            key("person_id", "person_no", new Content.Reference("people")),
            key("from", "from_on", new Content.Day()),
            optional("to", "to_on", new Content.Day())),
    OPERATOR_SIGNATURES(
            "signatures",
            key("operator_id", "operator_no", new Content.Reference("operators")),
            key("letter_id", "letter_no", new Content.Reference("letters")),
            required("signed_on", "signed_on", new Content.Day())),
    PERSON_SIGNATURES(
            "signatures",
            key("person_id", "person_no", new Content.Reference("people")),
            key("letter_id", "letter_no", new Content.Reference("letters")),
            required("signed_on", "signed_on", new Content.Day())),
    IMPORT_OPERATORS(
            key("operator_id", "operator_no", new Content.Reference("operators")),
            key("from", "from_on", new Content.Day()),
            optional("to", "to_on", new Content.Day())),
    IMPORTED_GOODS(
            key("operator_id", "operator_no", new Content.Reference("operators")),
            key("goods", "goods", new Content.Free()),
            key("from", "from_on", new Content.Day()),
            optional("to", "to_on", new Content.Day())),
    CONTACTS(
            key("operator_id", "operator_no", new Content.Reference("operators")),
            key("person_id", "person_no", new Content.Reference("people")),
            key("from", "from_on", new Content.Day()),
            required("contact", "contact", new Content.Word("contact")),
            optional("to", "to_on", new Content.Day()));

    private final @Nullable String shared;
    private final List<Column> columns;

    ImportKind(Column... columns) {
        this(null, columns);
    }

    /** @param shared the table, where rows of another kind are in it too; null if it has the kind's name */
    ImportKind(@Nullable String shared, Column... columns) {
        this.shared = shared;
        this.columns = List.of(columns);
    }

    /** The kind that is called so in addresses, or null. */
    public static @Nullable ImportKind of(String name) {
        for (ImportKind kind : values()) {
            if (kind.address().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /** What it is called in addresses. */
    public String address() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name of its table. */
    public String table() {
        return shared == null ? name().toLowerCase(Locale.ROOT) : shared;
    }

    List<Column> columns() {
        return columns;
    }

    /** Whether rows tell who somebody is. */
    boolean isPersonal() {
        return columns.stream().anyMatch(column -> column.content() instanceof Content.Personal);
    }

    /** The temporary table in which rows wait for the merge. */
    String staged() {
        return "staged_" + table();
    }
}
