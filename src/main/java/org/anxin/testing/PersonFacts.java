package org.anxin.testing;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
     * them was told. Texts are terminated by a zero, which none contains; days are numbers of four bytes.
     */
    public static byte[] canonical(Person person) {
        Bytes out = new Bytes();
        out.text(person.id());
        out.number(person.releasedOn());
        for (Assignment assignment : sorted(person.assignments(), ASSIGNMENTS)) {
            out.tag('/');
            out.text(assignment.marketId());
            out.text(assignment.marketType());
            out.text(assignment.subdistrict());
            out.text(assignment.category());
            out.number(assignment.from());
            out.number(assignment.to());
        }
        out.tag('.');
        writeSamples(out, sorted(person.samples(), SAMPLES));
        out.tag('.');
        for (Absence absence : sorted(person.absences(), ABSENCES)) {
            out.tag('/');
            out.number(absence.from());
            out.number(absence.to());
        }
        return out.all();
    }

    /** A result is told where it differs from the one before: nearly all are the same. */
    private static void writeSamples(Bytes out, List<Sample> samples) {
        Sample before = null;
        for (Sample sample : samples) {
            if (!sample.equals(before)) {
                if (before == null || !before.result().equals(sample.result())) {
                    out.tag('=');
                    out.text(sample.result());
                }
                out.tag('/');
                out.number(sample.takenOn());
                before = sample;
            }
        }
    }

    /** Bytes in a row, without the locks of streams. */
    private static final class Bytes {
        private byte[] bytes = new byte[256];
        private int size;

        void tag(char tag) {
            room(1);
            bytes[size++] = (byte) tag;
        }

        void number(int value) {
            room(Integer.BYTES);
            for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                bytes[size++] = (byte) (value >> shift);
            }
        }

        /** Missing text is another tag than an empty one. */
        void text(@Nullable String text) {
            tag(text == null ? '-' : '+');
            if (text != null) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                room(utf8.length + 1);
                System.arraycopy(utf8, 0, bytes, size, utf8.length);
                size += utf8.length;
                bytes[size++] = 0;
            }
        }

        private void room(int more) {
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
            }
        }

        byte[] all() {
            return Arrays.copyOf(bytes, size);
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
