package org.anxin.registry.imports;

import static org.anxin.registry.imports.Column.key;
import static org.anxin.registry.imports.Column.optional;
import static org.anxin.registry.imports.Column.required;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be imported, in an order in which nothing refers to what comes after it. Columns as SPEC section 7 has them. */
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
            optional("name", "name", new Content.Free()),
            optional("id_number", "id_number", new Content.Free()),
            optional("phone", "phone", new Content.Free()),
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
            optional("reason", "reason", new Content.Free()));

    private final List<Column> columns;

    ImportKind(Column... columns) {
        this.columns = List.of(columns);
    }

    /** The kind that is called so in addresses, or null. */
    public static @Nullable ImportKind of(String name) {
        for (ImportKind kind : values()) {
            if (kind.table().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /** Name of its table, and of it in addresses. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Column> columns() {
        return columns;
    }

    /** The temporary table in which rows wait for the merge. */
    String staged() {
        return "staged_" + table();
    }
}
