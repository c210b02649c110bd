package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.anxin.json.ErrorCode;
import org.anxin.json.JsonOutput;
import org.anxin.ledger.Flaw;
import org.anxin.ledger.LogKind;
import org.anxin.ledger.Verification;
import org.anxin.ledger.Verifying;
import org.anxin.replay.Difference;
import org.anxin.replay.Replay;
import org.anxin.replay.Replayed;
import org.jspecify.annotations.Nullable;

/** Whether the decision log is what was written, and whether it is decided the same again; for auditors. */
@Path("/api/v1/decision-log")
public class LogCheckResource {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String KIND = "kind";
    private static final SerializedString MESSAGE = new SerializedString("message");
    private static final int MOST = 100;

    /** Longer ranges are for the command line. */
    private static final int MOST_DAYS = 31;

    private final DataSource database;
    private final DistrictTurns turns;
    private final Clock clock;

    LogCheckResource(DataSource database, DistrictTurns turns, Clock clock) {
        this.database = database;
        this.turns = turns;
        this.clock = clock;
    }

    /** Verifies the months in which days lie, by the time of recording; those of today if none are given. */
    @GET
    @Path("verification")
    @Blocking
    public Response verify(@Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Range range = range(Parameters.of(http, FROM, TO));
        LocalDate first = LocalDate.ofEpochDay(range.from).withDayOfMonth(1);
        Verification done = turns.take(() -> Verifying.of(database, first, LocalDate.ofEpochDay(range.to), MOST));
        return Answers.json(Response.ok(), out -> write(out, done));
    }

    /** Decides again what was decided for days; today if none are given. */
    @GET
    @Path("replay")
    @Blocking
    public Response replay(@Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters given = Parameters.of(http, FROM, TO, KIND);
        Range range = range(given);
        @Nullable LogKind kind = DecisionLogResource.kind(given.text(KIND));
        Replayed done = turns.take(() -> new Replay(database, MOST).of(range.from, range.to, kind));
        return Answers.json(Response.ok(), out -> write(out, done));
    }

    private record Range(int from, int to) {}

    private Range range(Parameters given) {
        int to = given.dayOrToday(TO, clock);
        int from = given.text(FROM) == null ? to : given.day(FROM);
        if (to < from) {
            throw ProblemException.parameter(TO, ErrorCode.TO_BEFORE_FROM);
        }
        if (to - from >= MOST_DAYS) {
            throw ProblemException.parameter(TO, ErrorCode.RANGE_TOO_LONG, MOST_DAYS);
        }
        return new Range(from, to);
    }

    private static void write(JsonGenerator out, Verification done) throws IOException {
        out.writeStartObject();
        out.writeBooleanField("intact", done.intact());
        out.writeNumberField("entries", done.entries());
        out.writeNumberField("decisions", done.decisions());
        out.writeNumberField("seals", done.seals());
        out.writeStringField("lastSeal", done.lastSeal().isEmpty() ? null : done.lastSeal());
        out.writeArrayFieldStart("absentMonths");
        for (LocalDate month : done.absent()) {
            out.writeString(month.toString());
        }
        out.writeEndArray();
        out.writeArrayFieldStart("flaws");
        for (Flaw flaw : done.flaws()) {
            out.writeStartObject();
            out.writeStringField("entry", flaw.entry());
            out.writeStringField("code", flaw.kind().name());
            JsonOutput.bilingual(out, MESSAGE, flaw.kind().meaning());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeNumberField("more", done.more());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Replayed done) throws IOException {
        out.writeStartObject();
        out.writeBooleanField("same", done.same());
        out.writeNumberField("decided", done.decided());
        out.writeNumberField("byPeople", done.byPeople());
        out.writeArrayFieldStart("differences");
        for (Difference difference : done.differences()) {
            out.writeStartObject();
            out.writeStringField("entry", difference.entry());
            out.writeNumberField("decision", difference.place());
            out.writeStringField("subject", difference.subject());
            out.writeStringField("code", difference.kind().name());
            JsonOutput.bilingual(out, MESSAGE, difference.kind().meaning());
            out.writeStringField("logged", difference.logged());
            out.writeStringField("now", difference.now());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeNumberField("more", done.more());
        out.writeEndObject();
    }
}
