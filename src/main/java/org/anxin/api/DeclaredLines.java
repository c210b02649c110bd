package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.ZoneId;
import org.anxin.admission.Batch;
import org.anxin.desk.AdmissionDesk;
import org.anxin.desk.DeskConflictException;
import org.anxin.desk.StoredBatch;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.json.InvalidInputException;
import org.anxin.json.Json;
import org.anxin.json.LineInput;
import org.anxin.registry.DatabaseFault;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes declarations line by line, each in a transaction of its own: a bad line spoils no other. */
final class DeclaredLines {
    private static final Logger LOG = Logger.getLogger(DeclaredLines.class);
    private static final Fields LINE = Fields.of("batch").requiring("batch");

    private final AdmissionDesk desk;
    private final DeclarationRequest declarations;
    private final AdmissionDesk.Deciding deciding;
    private final ZoneId zone;
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream(4096);

    DeclaredLines(AdmissionDesk desk, DeclarationRequest declarations, AdmissionDesk.Deciding deciding, ZoneId zone) {
        this.desk = desk;
        this.declarations = declarations;
        this.deciding = deciding;
        this.zone = zone;
    }

    /** Answers every line of {@code in} on {@code out}. */
    void answer(InputStream in, OutputStream out) throws IOException {
        LineInput lines = new LineInput(in, out);
        while (lines.next()) {
            if (!lines.isBlank()) {
                answer.reset();
                Problem problem = declare(lines);
                if (problem != null) {
                    answer.reset();
                    write(lines.number(), problem);
                }
                answer.write('\n');
                answer.writeTo(out);
            }
        }
    }

    /** Leaves the answer in the buffer, or says why there is none. */
    private @Nullable Problem declare(LineInput lines) throws IOException {
        try {
            return lines.isTooLong() ? Problem.of(ProblemType.LINE_TOO_LONG) : declare(read(lines));
        } catch (InvalidInputException e) {
            return Problem.of(e);
        } catch (ProblemException e) {
            return e.problem();
        } catch (DeskConflictException e) {
            return DeskProblems.of(e);
        } catch (SQLException | RuntimeException e) {
            return failure(lines.number(), e);
        }
    }

    private @Nullable Problem declare(Batch batch) throws IOException, SQLException {
        write(desk.declare(batch, deciding).batch());
        return null;
    }

    private Batch read(LineInput lines) throws IOException {
        return FactInput.read(
                Json.parser(lines.bytes(), 0, lines.length()),
                deciding.policy().ruleset().words(),
                zone,
                this::line);
    }

    private @Nullable Batch line(FactInput in) throws IOException {
        if (!in.begins(LINE)) {
            return null;
        }
        Batch batch = null;
        while (in.next()) {
            batch = declarations.read(in);
        }
        return in.clean() ? batch : null;
    }

    private static Problem failure(long line, Exception e) {
        DatabaseFault fault = DatabaseFault.of(e);
        if (fault == null) {
            LOG.errorf(e, "Line %d of a stream failed", line);
            return Problem.of(ProblemType.INTERNAL);
        }
        return Problem.of(
                fault == DatabaseFault.UNREACHABLE ? ProblemType.DATABASE_UNREACHABLE : ProblemType.OVERLOADED);
    }

    private void write(StoredBatch batch) throws IOException {
        try (JsonGenerator out = Json.FACTORY.createGenerator(answer)) {
            out.writeStartObject();
            out.writeFieldName("batch");
            BatchAnswer.write(out, batch);
            out.writeEndObject();
        }
    }

    private void write(long line, Problem problem) throws IOException {
        try (JsonGenerator out = Json.FACTORY.createGenerator(answer)) {
            out.writeStartObject();
            out.writeNumberField("line", line);
            out.writeFieldName("problem");
            problem.write(out);
            out.writeEndObject();
        }
    }
}
