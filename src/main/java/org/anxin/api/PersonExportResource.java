package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anxin.json.Json;
import org.anxin.ledger.AuditEntry;
import org.anxin.ledger.AuditLog;
import org.anxin.ledger.LoggedDecisions;
import org.anxin.ledger.LoggedRow;
import org.anxin.personal.Disclosure;
import org.anxin.registry.PersonRecords;
import org.anxin.registry.RegisteredPersonJson;
import org.anxin.security.Caller;
import org.anxin.security.DisclosureTable;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/people/{id}/export}: everything that is stored about one person. The audit log tells who took it. */
@Path("/api/v1/people/{id}/export")
public class PersonExportResource {
    private static final ObjectMapper TREES = new ObjectMapper(Json.FACTORY);
    private static final int SIZE = 64 * 1024;
    private static final int PAGE = 1_000;

    private final PersonRecords records;
    private final AuditLog audit;
    private final LoggedDecisions decisions;
    private final DisclosureTable disclosures;

    PersonExportResource(
            PersonRecords records, AuditLog audit, LoggedDecisions decisions, DisclosureTable disclosures) {
        this.records = records;
        this.audit = audit;
        this.decisions = decisions;
        this.disclosures = disclosures;
    }

    /** All of it in one document. */
    @POST
    @Blocking
    public Response export(@PathParam("id") String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        PersonRecords.Found found = records.take(Parameters.requireId("id", id));
        if (found == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        Disclosure disclosure = disclosures.to(Caller.current());
        List<AuditEntry> changes = changes(id, found.no());
        List<LoggedDecisions.Found> decided = decided(id);
        byte[] body = JsonBytes.of(SIZE, out -> write(out, found, disclosure, changes, decided));
        return Response.ok(body)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"person.json\"")
                .build();
    }

    private List<AuditEntry> changes(String id, long person) throws SQLException {
        AuditLog.Wanted wanted = new AuditLog.Wanted(id, null, null, null, null);
        List<AuditEntry> all = new ArrayList<>();
        List<AuditEntry> page = audit.page(wanted, 0, PAGE);
        while (!page.isEmpty()) {
            for (AuditEntry entry : page) {
                AuditEntry own = own(entry, person);
                if (own != null) {
                    all.add(own);
                }
            }
            page = page.size() < PAGE
                    ? List.of()
                    : audit.page(wanted, page.get(PAGE - 1).no(), PAGE);
        }
        return all;
    }

    /** The entry with what it says about this person, and nothing about others; null if it says nothing. */
    private static @Nullable AuditEntry own(AuditEntry entry, long person) {
        String changes = entry.changes();
        if (changes == null) {
            return entry;
        }
        try {
            ArrayNode own = TREES.createArrayNode();
            for (JsonNode change : TREES.readTree(changes)) {
                if (isOf(entry, change.path("before"), person) || isOf(entry, change.path("after"), person)) {
                    own.add(change);
                }
            }
            return own.isEmpty()
                    ? null
                    : new AuditEntry(
                            entry.no(),
                            entry.at(),
                            entry.actor(),
                            entry.request(),
                            entry.table(),
                            entry.action(),
                            entry.subject(),
                            own.size(),
                            TREES.writeValueAsString(own),
                            entry.known());
        } catch (IOException e) {
            throw new UncheckedIOException("the database writes JSON", e);
        }
    }

    private static boolean isOf(AuditEntry entry, JsonNode row, long person) {
        String number = entry.table().equals("people") ? "no" : "person_no";
        return row.path(number).asLong() == person;
    }

    private List<LoggedDecisions.Found> decided(String id) throws SQLException {
        LoggedDecisions.Wanted wanted = new LoggedDecisions.Wanted(id, Days.NONE, null);
        List<LoggedDecisions.Found> all = new ArrayList<>();
        List<LoggedDecisions.Found> page = decisions.page(wanted, LoggedDecisions.Place.FIRST, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            LoggedRow last = page.get(page.size() - 1).row();
            page = page.size() < PAGE
                    ? List.of()
                    : decisions.page(wanted, new LoggedDecisions.Place(last.month(), last.stream(), last.no()), PAGE);
        }
        return all;
    }

    private static void write(
            JsonGenerator out,
            PersonRecords.Found found,
            Disclosure disclosure,
            List<AuditEntry> changes,
            List<LoggedDecisions.Found> decided)
            throws IOException {
        out.writeStartObject();
        out.writeFieldName("person");
        RegisteredPersonJson.writing(disclosure).write(out, found.person());
        for (Map.Entry<String, String> section : found.sections().entrySet()) {
            out.writeFieldName(section.getKey());
            out.writeRawValue(section.getValue());
        }
        out.writeArrayFieldStart("decisions");
        for (LoggedDecisions.Found entry : decided) {
            DecisionLogResource.write(out, entry);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("changes");
        for (AuditEntry entry : changes) {
            AuditResource.write(out, entry);
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
