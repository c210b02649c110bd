package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.anxin.impact.Change;
import org.anxin.impact.ChangedPerson;
import org.anxin.impact.ChangedPersonJson;
import org.anxin.impact.Impact;
import org.anxin.impact.Side;
import org.anxin.table.CsvBytes;
import org.anxin.table.Table;
import org.anxin.table.XlsxBytes;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * A page of the people whom other rules would change.
 *
 * @param people those on this page
 * @param next the value of {@code after} for the next page; null on the last one
 */
record ChangedPeopleAnswer(
        Impact impact, List<ChangedPerson> people, @Nullable String next) {
    private static final int EMPTY_SIZE = 256;
    private static final int PERSON_SIZE = 320;

    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("date", "日期", "Date"),
            Table.Column.of("person_id", "人员编号", "Person"),
            Table.Column.of("changes", "变化", "Changes"),
            Table.Column.of("market_ids", "市场编号", "Markets"),
            Table.Column.of("before_status", "原状态", "Status before"),
            Table.Column.of("before_due_on", "原最迟采样日", "Due on before"),
            Table.Column.of("before_action", "原措施", "Action before"),
            Table.Column.of("before_rules", "原依据规则", "Rules before"),
            Table.Column.of("before_undecidable", "原无法判定的原因", "Undecidable before"),
            Table.Column.of("after_status", "新状态", "Status after"),
            Table.Column.of("after_due_on", "新最迟采样日", "Due on after"),
            Table.Column.of("after_action", "新措施", "Action after"),
            Table.Column.of("after_rules", "新依据规则", "Rules after"),
            Table.Column.of("after_undecidable", "新无法判定的原因", "Undecidable after"));

    /** In this format. */
    byte[] bytes(TableFormat format) {
        return switch (format) {
            case JSON -> JsonBytes.of(EMPTY_SIZE + PERSON_SIZE * people.size(), this::write);
            case CSV -> CsvBytes.of(table());
            case XLSX -> XlsxBytes.of(table());
        };
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("impact", impact.id());
        out.writeArrayFieldStart("people");
        for (ChangedPerson person : people) {
            ChangedPersonJson.write(out, person);
        }
        out.writeEndArray();
        out.writeStringField("next", next);
        out.writeEndObject();
    }

    /** As rows for people. */
    Table table() {
        return new Table(
                "impact_" + impact.id(),
                "影响 impact " + impact.id(),
                COLUMNS,
                people.stream().map(ChangedPeopleAnswer::row).toList());
    }

    private static List<Object> row(ChangedPerson person) {
        Side before = person.before();
        Side after = person.after();
        return List.of(
                Days.text(person.day()),
                person.personId(),
                Arrays.stream(Change.values())
                        .filter(person::has)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")),
                String.join(" ", person.markets()),
                before.status(),
                day(before.dueOn()),
                before.action(),
                before.rules(),
                before.code(),
                after.status(),
                day(after.dueOn()),
                after.action(),
                after.rules(),
                after.code());
    }

    private static String day(int day) {
        return Days.known(day) ? Days.text(day) : "";
    }
}
