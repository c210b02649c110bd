package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;
import org.anxin.json.JsonOutput;
import org.anxin.sweep.IssuedRun;
import org.anxin.sweep.ListKind;
import org.anxin.sweep.ListedPerson;
import org.anxin.sweep.MarketList;
import org.anxin.table.CsvBytes;
import org.anxin.table.Table;
import org.anxin.table.XlsxBytes;
import org.jspecify.annotations.Nullable;

/**
 * A page of a market's list, as SPEC section 7 shows it.
 *
 * @param people those on this page
 * @param next the value of {@code after} for the next page; null on the last one
 */
record MarketListAnswer(
        ListKind kind,
        String marketId,
        IssuedRun run,
        List<ListedPerson> people,
        @Nullable String next) {
    private static final SerializableString DUE_ON = new SerializedString("dueOn");
    private static final SerializableString AS_OF = new SerializedString("asOf");
    private static final int EMPTY_SIZE = 256;
    private static final int PERSON_SIZE = 192;

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
        out.writeStringField("marketId", marketId);
        JsonOutput.day(out, AS_OF, run.asOf());
        out.writeStringField("sweepId", run.id());
        out.writeArrayFieldStart("people");
        for (ListedPerson person : people) {
            write(out, person);
        }
        out.writeEndArray();
        out.writeStringField("next", next);
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, ListedPerson person) throws IOException {
        out.writeStartObject();
        out.writeStringField("personId", person.personId());
        write(out, "operatorIds", person.operatorIds());
        JsonOutput.day(out, DUE_ON, person.dueOn());
        out.writeStringField("status", person.status());
        out.writeStringField("action", person.action());
        write(out, "rules", person.rules());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    /** As rows for people. */
    Table table() {
        return new MarketList(kind, marketId, run.asOf(), people).table();
    }
}
