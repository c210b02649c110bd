package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anxin.json.CivilDay;
import org.anxin.json.ErrorCode;
import org.anxin.json.Suggestion;
import org.anxin.ledger.Entry;
import org.anxin.ledger.Line;
import org.anxin.ledger.LogKind;
import org.anxin.ledger.LoggedDecisions;
import org.anxin.ledger.LoggedRow;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/decision-log}: what was decided, with the facts, the ruleset and the hashes of then, for auditors. */
@Path("/api/v1/decision-log")
public class DecisionLogResource {
    private static final Pattern ENTRY =
            Pattern.compile("([0-9]{4}-[0-9]{2}-01)/([A-Za-z0-9._:/-]{1,100})/([0-9]{1,9})");

    private final LoggedDecisions log;

    DecisionLogResource(LoggedDecisions log) {
        this.log = log;
    }

    /** Entries by month of recording, stream and number. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest http) throws SQLException {
        PageQuery query = PageQuery.of(http, "subject", "day", "kind");
        Parameters given = query.given();
        LoggedDecisions.Wanted wanted =
                new LoggedDecisions.Wanted(given.id("subject"), given.day("day"), kind(given.text("kind")));
        List<LoggedDecisions.Found> page = log.page(wanted, after(query.after()), query.limit() + 1);
        boolean more = page.size() > query.limit();
        List<LoggedDecisions.Found> shown = more ? page.subList(0, query.limit()) : page;
        return Answers.json(Response.ok(), out -> write(out, shown, more));
    }

    /** The kind of a name, null if none is given. */
    static @Nullable LogKind kind(@Nullable String name) {
        if (name == null) {
            return null;
        }
        List<String> kinds = Arrays.stream(LogKind.values()).map(LogKind::name).toList();
        if (!kinds.contains(name)) {
            throw ProblemException.parameter("kind", ErrorCode.UNKNOWN_KIND, Suggestion.of(name, kinds));
        }
        return LogKind.valueOf(name);
    }

    private static LoggedDecisions.Place after(String cursor) {
        if (cursor.isEmpty()) {
            return LoggedDecisions.Place.FIRST;
        }
        Matcher entry = ENTRY.matcher(cursor);
        if (!entry.matches() || !Days.known(CivilDay.ofDate(entry.group(1)))) {
            throw PageQuery.badCursor();
        }
        return new LoggedDecisions.Place(
                LocalDate.parse(entry.group(1)), entry.group(2), Integer.parseInt(entry.group(3)));
    }

    private static void write(JsonGenerator out, List<LoggedDecisions.Found> page, boolean more) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("items");
        for (LoggedDecisions.Found found : page) {
            write(out, found);
        }
        out.writeEndArray();
        out.writeStringField("next", more ? page.get(page.size() - 1).row().name() : null);
        out.writeEndObject();
    }

    /** Writes an entry with its decisions as one object. */
    static void write(JsonGenerator out, LoggedDecisions.Found found) throws IOException {
        LoggedRow row = found.row();
        Entry entry = row.entry();
        out.writeStartObject();
        out.writeStringField("entry", row.name());
        out.writeStringField("kind", entry.kind().name());
        out.writeStringField("day", Days.text(entry.day()));
        out.writeStringField("ruleset", entry.ruleset().isEmpty() ? null : entry.ruleset());
        Instant knownAt = row.knownAt();
        out.writeStringField("knownAt", knownAt == null ? null : knownAt.toString());
        out.writeStringField("recorded", row.recorded().toString());
        out.writeStringField("actor", row.actor());
        out.writeStringField("request", row.request().isEmpty() ? null : row.request());
        out.writeStringField("factsHash", HexFormat.of().formatHex(entry.facts()));
        out.writeStringField("previous", HexFormat.of().formatHex(row.previous()));
        out.writeStringField("hash", HexFormat.of().formatHex(row.hash()));
        out.writeArrayFieldStart("decisions");
        for (Line line : found.lines()) {
            out.writeStartObject();
            out.writeFieldName("facts");
            out.writeRawValue(line.facts());
            out.writeFieldName("answer");
            out.writeRawValue(line.answer());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
