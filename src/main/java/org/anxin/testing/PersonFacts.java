package org.anxin.testing;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Facts about a person as others keep them: as requests write them, and as bytes that are the same for the same facts. */
public final class PersonFacts {
    private static final Comparator<Sample> SAMPLES =
            Comparator.comparingInt(Sample::takenOn).thenComparing(Sample::result);
    private static final Comparator<Assignment> ASSIGNMENTS = Comparator.comparing(Assignment::marketId)
            .thenComparing(Assignment::category)
            .thenComparingInt(Assignment::from)
            .thenComparingInt(Assignment::to);
    private static final Comparator<Absence> ABSENCES =
            Comparator.comparingInt(Absence::from).thenComparingInt(Absence::to);

    private PersonFacts() {}

    /** Writes facts as SPEC section 6 does; {@link PersonJson} reads them as they were. */
    public static void write(JsonGenerator out, Person person) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", person.id());
        out.writeArrayFieldStart("assignments");
        for (Assignment assignment : person.assignments()) {
            write(out, assignment);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("samples");
        for (Sample sample : person.samples()) {
            out.writeStartObject();
            day(out, "takenAt", sample.takenOn());
            out.writeStringField("result", sample.result());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("absences");
        for (Absence absence : person.absences()) {
            out.writeStartObject();
            day(out, "from", absence.from());
            day(out, "to", absence.to());
            out.writeEndObject();
        }
        out.writeEndArray();
        day(out, "releasedOn", person.releasedOn());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Assignment assignment) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("market");
        out.writeStringField("id", assignment.marketId());
        out.writeStringField("type", assignment.marketType());
        if (assignment.subdistrict() != null) {
            out.writeStringField("subdistrict", assignment.subdistrict());
        }
        out.writeEndObject();
        out.writeStringField("category", assignment.category());
        day(out, "from", assignment.from());
        day(out, "to", assignment.to());
        out.writeEndObject();
    }

    private static void day(JsonGenerator out, String name, int day) throws IOException {
        if (Days.known(day)) {
            out.writeStringField(name, Days.text(day));
        }
    }

    /**
     * All that deciding takes, as bytes: the same whatever the order in which the facts were read, and however often one of
     * them was told.
     */
    public static byte[] canonical(Person person) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, person.id());
            out.writeInt(person.releasedOn());
            for (Assignment assignment : sorted(person.assignments(), ASSIGNMENTS)) {
                write(out, assignment);
            }
            out.writeByte('.');
            writeSamples(out, sorted(person.samples(), SAMPLES));
            out.writeByte('.');
            for (Absence absence : sorted(person.absences(), ABSENCES)) {
                out.writeByte('/');
                out.writeInt(absence.from());
                out.writeInt(absence.to());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Assignment assignment) throws IOException {
        out.writeByte('/');
        text(out, assignment.marketId());
        text(out, assignment.marketType());
        text(out, assignment.subdistrict());
        text(out, assignment.category());
        out.writeInt(assignment.from());
        out.writeInt(assignment.to());
    }

    /** A result is told where it differs from the one before: nearly all are the same. */
    private static void writeSamples(DataOutputStream out, List<Sample> samples) throws IOException {
        Sample before = null;
        for (Sample sample : samples) {
            if (!sample.equals(before)) {
                if (before == null || !before.result().equals(sample.result())) {
                    out.writeByte('=');
                    text(out, sample.result());
                }
                out.writeByte('/');
                out.writeInt(sample.takenOn());
                before = sample;
            }
        }
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    /** Facts come sorted as a rule. */
    private static <T> List<T> sorted(List<T> facts, Comparator<T> order) {
        for (int i = 1; i < facts.size(); i++) {
            if (order.compare(facts.get(i - 1), facts.get(i)) > 0) {
                return facts.stream().sorted(order).toList();
            }
        }
        return facts;
    }
}
