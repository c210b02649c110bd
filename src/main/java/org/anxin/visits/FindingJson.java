package org.anxin.visits;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.anxin.time.Moment;
import org.jspecify.annotations.Nullable;

/** Findings, and how they were rectified, in JSON. */
public final class FindingJson {
    private static final Fields RECTIFICATION =
            Fields.of("at", "proof", "photos").requiring("at", "proof", "photos");

    private FindingJson() {}

    /**
     * How a finding was rectified, or null if mistakes were reported.
     *
     * @param foundAt when the check was that found it, microseconds since 1970
     */
    public static StoredFinding.@Nullable Rectification readRectification(
            FactInput in, Registered registered, long foundAt) throws IOException {
        if (!in.begins(RECTIFICATION)) {
            return null;
        }
        Moment at = null;
        String proof = null;
        List<String> photos = List.of();
        while (in.next()) {
            switch (in.field()) {
                case "at" -> at = VisitJson.time(in);
                case "proof" -> proof = in.filledText();
                default -> photos = in.filledList(inner -> VisitJson.image(inner, registered));
            }
        }
        if (at != null && at.micros() < foundAt) {
            in.report("at", ErrorCode.RECTIFIED_BEFORE);
        }
        return at == null || proof == null || !in.clean()
                ? null
                : new StoredFinding.Rectification(at, proof, List.copyOf(photos));
    }

    /**
     * Writes a visit with its findings, as they were on a day.
     *
     * @param asOf the day, an epoch day; findings of later days are not seen
     */
    public static void write(JsonGenerator out, Visits.Recorded recorded, int asOf) throws IOException {
        out.writeStartObject();
        VisitMembers.write(out, recorded.visit());
        out.writeArrayFieldStart("findings");
        for (StoredFinding finding : recorded.findings()) {
            if (finding.found().day() <= asOf) {
                write(out, finding.asOf(asOf), asOf);
            }
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /** Writes a visit. */
    public static void write(JsonGenerator out, Visit visit) throws IOException {
        out.writeStartObject();
        VisitMembers.write(out, visit);
        out.writeEndObject();
    }

    /**
     * Writes a finding.
     *
     * @param finding as it was on the day
     * @param asOf the day, an epoch day
     */
    public static void write(JsonGenerator out, StoredFinding finding, int asOf) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", Long.toString(finding.no()));
        out.writeStringField("patrolId", finding.visitId());
        out.writeStringField("marketId", finding.marketId());
        out.writeStringField("item", finding.item());
        out.writeStringField("code", finding.code());
        out.writeStringField("foundOn", Days.text(finding.found().day()));
        out.writeStringField("dueOn", Days.text(finding.dueOn()));
        out.writeStringField("state", finding.state(asOf).name());
        writeGround(out, finding.by());
        message(out, finding.message());
        out.writeFieldName("widespread");
        write(out, finding.widespread());
        out.writeFieldName("rectification");
        write(out, finding.rectification());
        out.writeEndObject();
    }

    private static void writeGround(JsonGenerator out, StoredFinding.Ground by) throws IOException {
        out.writeStringField("rule", by.rule());
        out.writeStringField("directive", by.directive());
        out.writeStringField("ruleset", by.ruleset());
    }

    private static void write(JsonGenerator out, StoredFinding.@Nullable Copied copied) throws IOException {
        if (copied == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringField("since", Days.text(copied.since()));
        writeGround(out, copied.by());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, StoredFinding.@Nullable Rectification done) throws IOException {
        if (done == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringField("at", Times.instant(done.at().micros()).toString());
        out.writeStringField("on", Days.text(done.at().day()));
        out.writeStringField("proof", done.proof());
        VisitMembers.writePhotos(out, done.photos());
        out.writeEndObject();
    }

    static void message(JsonGenerator out, Bilingual message) throws IOException {
        out.writeObjectFieldStart("message");
        out.writeStringField("zh", message.zh());
        out.writeStringField("en", message.en());
        out.writeEndObject();
    }
}
