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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.anxin.ledger.AuditEntry;
import org.anxin.ledger.AuditLog;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/audit}: who changed what, for auditors. */
@Path("/api/v1/audit")
public class AuditResource {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final AuditLog log;
    private final Clock clock;

    AuditResource(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Entries in their order, after the last one that was seen. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest http) throws SQLException {
        PageQuery query = PageQuery.of(http, "subject", "day", "kind", "actor");
        Parameters given = query.given();
        int day = given.day("day");
        AuditLog.Wanted wanted = new AuditLog.Wanted(
                given.id("subject"), given.text("kind"), given.text("actor"), begin(day), begin(next(day)));
        List<AuditEntry> page = log.page(wanted, after(query.after()), query.limit() + 1);
        boolean more = page.size() > query.limit();
        List<AuditEntry> shown = more ? page.subList(0, query.limit()) : page;
        return Answers.json(Response.ok(), out -> write(out, shown, more));
    }

    private static int next(int day) {
        return day == Days.NONE ? day : day + 1;
    }

    private @Nullable Instant begin(int day) {
        return day == Days.NONE
                ? null
                : LocalDate.ofEpochDay(day).atStartOfDay(clock.getZone()).toInstant();
    }

    private static long after(String cursor) {
        if (!cursor.isEmpty() && !NUMBER.matcher(cursor).matches()) {
            throw PageQuery.badCursor();
        }
        return cursor.isEmpty() ? 0 : Long.parseLong(cursor);
    }

    private static void write(JsonGenerator out, List<AuditEntry> page, boolean more) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("items");
        for (AuditEntry entry : page) {
            write(out, entry);
        }
        out.writeEndArray();
        out.writeStringField(
                "next", more ? Long.toString(page.get(page.size() - 1).no()) : null);
        out.writeEndObject();
    }

    /** Writes an entry as one object. */
    static void write(JsonGenerator out, AuditEntry entry) throws IOException {
        out.writeStartObject();
        out.writeStringField("entry", Long.toString(entry.no()));
        out.writeStringField("at", entry.at().toString());
        out.writeStringField("actor", entry.actor());
        out.writeStringField("request", entry.request().isEmpty() ? null : entry.request());
        out.writeStringField("kind", entry.table());
        out.writeStringField("action", entry.action());
        out.writeStringField("subject", entry.subject());
        out.writeNumberField("rows", entry.rows());
        Instant known = entry.known();
        out.writeStringField("knownFrom", known == null ? null : known.toString());
        out.writeFieldName("changes");
        String changes = entry.changes();
        if (changes == null) {
            out.writeNull();
        } else {
            out.writeRawValue(changes);
        }
        out.writeEndObject();
    }
}
