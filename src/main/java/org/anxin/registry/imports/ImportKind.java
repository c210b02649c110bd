package org.anxin.registry.imports;

import static org.anxin.registry.imports.Column.key;
import static org.anxin.registry.imports.Column.optional;
import static org.anxin.registry.imports.Column.required;

import java.util.List;
import java.util.Locale;
import org.anxin.registry.imports.Content.Day;
import org.anxin.registry.imports.Content.Flag;
import org.anxin.registry.imports.Content.Free;
import org.anxin.registry.imports.Content.Id;
import org.anxin.registry.imports.Content.Reference;
import org.anxin.registry.imports.Content.Time;
import org.anxin.registry.imports.Content.Word;
import org.jspecify.annotations.Nullable;

/** What can be imported, in an order in which nothing refers to what comes after it. Columns as SPEC section 7 has them. */
public enum ImportKind {
    MARKETS(
            key("id", "id", new Id()),
            required("name", "name", new Free()),
            required("type", "type", new Word("marketType")),
            optional("subdistrict", "subdistrict", new Free())),
    OPERATORS(
            key("id", "id", new Id()),
            required("market_id", "market_no", new Reference("markets")),
            required("name", "name", new Free()),
            optional("sells_imported", "sells_imported", new Flag()),
            optional("activated_on", "activated_on", new Day()),
            optional("letter_signed_on", "letter_signed_on", new Day())),
    PEOPLE(
            key("id", "id", new Id()),
            optional("name", "name", new Free()),
            optional("id_number", "id_number", new Free()),
            optional("phone", "phone", new Free()),
            optional("released_on", "released_on", new Day()).lackable()),
    ASSIGNMENTS(
            key("person_id", "person_no", new Reference("people")),
            key("market_id", "market_no", new Reference("markets")),
            key("category", "category", new Word("category")),
            key("from", "from_on", new Day()),
            optional("operator_id", "operator_no", new Reference("operators")),
            optional("to", "to_on", new Day())),
    SAMPLES(
            key("person_id", "person_no", new Reference("people")),
            key("taken_at", "taken_at", new Time()),
            required("result", "result", new Word("result")),
            optional("laboratory", "laboratory", new Free())),
    ABSENCES(
            key("person_id", "person_no", new Reference("people")),
            key("from", "from_on", new Day()),
            optional("to", "to_on", new Day()),
            optional("reason", "reason", new Free()));

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
