package org.anxin.registry.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.time.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A sample that a laboratory reports.
 *
 * @param personId who was sampled
 * @param takenAt when
 * @param result a declared word
 * @param laboratory null if not told
 */
record LabSample(
        String personId,
        Moment takenAt,
        String result,
        @Nullable String laboratory) {
    private static final String SAMPLES = "samples";
    private static final String[] MEMBERS = {"personId", "takenAt", "result", "laboratory"};
    private static final List<String> REQUIRED = List.of("personId", "takenAt", "result");
    private static final Fields SAMPLE = Fields.of(MEMBERS).requiring(REQUIRED.toArray(String[]::new));
    private static final Fields DOCUMENT = Fields.of(SAMPLES, MEMBERS[0], MEMBERS[1], MEMBERS[2], MEMBERS[3]);

    /**
     * A document: one sample, or several.
     *
     * @param isList whether they stood in a list
     */
    record Document(List<LabSample> samples, boolean isList) {}

    /** The sample at which {@code in} stands, or null if mistakes were reported. */
    static @Nullable LabSample read(FactInput in) throws IOException {
        if (!in.begins(SAMPLE)) {
            return null;
        }
        Parts parts = new Parts();
        while (in.next()) {
            parts.read(in);
        }
        return in.clean() ? parts.sample() : null;
    }

    /** {@code {"samples": […]}}, or a sample alone. */
    static @Nullable Document document(FactInput in) throws IOException {
        if (!in.begins(DOCUMENT)) {
            return null;
        }
        Parts parts = new Parts();
        List<LabSample> samples = null;
        while (in.next()) {
            if (in.field().equals(SAMPLES)) {
                samples = in.list(LabSample::read);
            } else {
                parts.read(in);
            }
        }
        if (samples == null) {
            REQUIRED.stream()
                    .filter(name -> !parts.seen.contains(name))
                    .forEach(name -> in.report(name, ErrorCode.REQUIRED));
            return in.clean() ? new Document(List.of(parts.sample()), false) : null;
        }
        if (!parts.seen.isEmpty()) {
            in.report(ErrorCode.SAMPLES_OR_SAMPLE);
        }
        return in.clean() ? new Document(samples, true) : null;
    }

    /** Writes it as a row of {@link ImportKind#SAMPLES}. */
    void stage(long line, StagedRow row) {
        row.begin(line, FIELDS);
        row.text(personId);
        row.moment(takenAt);
        row.text(result);
        if (laboratory == null) {
            row.missing();
        } else {
            row.text(laboratory);
        }
    }

    private static final int FIELDS =
            ImportKind.SAMPLES.columns().stream().mapToInt(Column::fields).sum();

    /** Members read so far. */
    private static final class Parts {
        private final List<String> seen = new ArrayList<>();
        private @Nullable String personId;
        private @Nullable Moment takenAt;
        private @Nullable String result;
        private @Nullable String laboratory;

        void read(FactInput in) throws IOException {
            seen.add(in.field());
            switch (in.field()) {
                case "personId" -> personId = in.id();
                case "takenAt" -> takenAt = in.moment();
                case "result" -> result = in.word("result");
                default -> laboratory = in.textOrBlank();
            }
        }

        /** Only once everything required was read without a mistake. */
        LabSample sample() {
            if (personId == null || takenAt == null || result == null) {
                throw new IllegalStateException("a mistake was not reported");
            }
            return new LabSample(personId, takenAt, result, laboratory);
        }
    }
}
