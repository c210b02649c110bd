package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchDecisionJson;
import org.anxin.admission.BatchJson;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.json.InvalidInputException;
import org.anxin.json.Json;
import org.anxin.json.LineInput;
import org.anxin.policy.Policy;
import org.anxin.testing.Person;
import org.anxin.testing.PersonDecisionJson;
import org.anxin.testing.PersonJson;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers a stream of lines, one by one: a bad line spoils no other, and memory does not grow with the stream. */
final class LineAnswers {
    private static final Logger LOG = Logger.getLogger(LineAnswers.class);
    private static final Fields LINE = Fields.of("person", "batch");

    private final Policy policy;
    private final boolean isActive;
    private final ZoneId zone;
    private final int asOf;
    private final Onlookers onlookers;
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream(4096);

    /**
     * @param isActive whether the policy is the one that decides
     * @param zone where times become civil days
     * @param asOf the day asked about, as an epoch day
     */
    LineAnswers(Policy policy, boolean isActive, ZoneId zone, int asOf, Onlookers onlookers) {
        this.policy = policy;
        this.isActive = isActive;
        this.onlookers = onlookers;
        this.zone = zone;
        this.asOf = asOf;
    }

    /** Answers every line of {@code in} on {@code out}. */
    void answer(InputStream in, OutputStream out) throws IOException {
        LineInput lines = new LineInput(in, out);
        while (lines.next()) {
            if (!lines.isBlank()) {
                writeAnswer(lines);
                answer.write('\n');
                answer.writeTo(out);
            }
        }
    }

    /** Leaves one complete answer in the buffer, whatever happens on the way. */
    private void writeAnswer(LineInput lines) throws IOException {
        answer.reset();
        Problem problem = null;
        try {
            problem = decide(lines);
        } catch (InvalidInputException e) {
            problem = Problem.of(e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Line %d of a stream failed", lines.number());
            problem = Problem.of(ProblemType.INTERNAL);
        }
        if (problem != null) {
            answer.reset();
            writeProblem(lines.number(), problem);
        }
    }

    private @Nullable Problem decide(LineInput lines) throws IOException {
        if (lines.isTooLong()) {
            return Problem.of(ProblemType.LINE_TOO_LONG);
        }
        Line line = FactInput.read(
                Json.parser(lines.bytes(), 0, lines.length()), policy.ruleset().words(), zone, LineAnswers::line);
        onlookers.asked(1);
        try (JsonGenerator out = Json.FACTORY.createGenerator(answer)) {
            write(out, line);
        }
        if (isActive) {
            onlookers.answered(policy, listed(line.person), listed(line.batch), asOf);
        }
        return null;
    }

    private static <T> List<T> listed(@Nullable T one) {
        return one == null ? List.of() : List.of(one);
    }

    private void write(JsonGenerator out, Line line) throws IOException {
        out.writeStartObject();
        if (line.person != null) {
            out.writeFieldName("person");
            PersonDecisionJson.write(
                    out, onlookers.meters().counted(policy.testing().decide(line.person, asOf)));
        }
        if (line.batch != null) {
            out.writeFieldName("batch");
            BatchDecisionJson.write(
                    out, onlookers.meters().counted(policy.admission().decide(line.batch, asOf)));
        }
        out.writeEndObject();
    }

    private void writeProblem(long number, Problem problem) throws IOException {
        try (JsonGenerator out = Json.FACTORY.createGenerator(answer)) {
            out.writeStartObject();
            out.writeNumberField("line", number);
            out.writeFieldName("problem");
            problem.write(out);
            out.writeEndObject();
        }
    }

    private static @Nullable Line line(FactInput in) throws IOException {
        if (!in.begins(LINE)) {
            return null;
        }
        int given = 0;
        Person person = null;
        Batch batch = null;
        while (in.next()) {
            given++;
            switch (in.field()) {
                case "person" -> person = PersonJson.read(in, new HashSet<>());
                default -> batch = BatchJson.read(in, new HashSet<>());
            }
        }
        if (given != 1 && in.clean()) {
            in.report(ErrorCode.ONE_OF_TWO);
        }
        return in.clean() ? new Line(person, batch) : null;
    }

    private record Line(@Nullable Person person, @Nullable Batch batch) {}
}
