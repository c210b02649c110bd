package org.anxin.patrol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What the rules find of patrols.
 *
 * @param asOf the day asked about, an epoch day
 * @param findings in the order in which they were found
 * @param faults by market
 */
public record PatrolDecision(int asOf, List<Found> findings, List<Fault> faults) {

    /**
     * A finding.
     *
     * @param failure what was found wanting
     * @param demand what is demanded
     * @param rectifiedOn epoch day, {@link Days#NONE} if it was not rectified
     * @param widespread null if it is not
     */
    public record Found(
            Failure failure,
            Demand demand,
            int rectifiedOn,
            @Nullable Widespread widespread) {
        /** The last day for rectification, an epoch day. */
        int dueOn() {
            return failure.on() + demand.days();
        }
    }

    /** Writes it as one object, as cases compare it. */
    public void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("findings");
        for (Found found : findings) {
            write(out, found);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("faults");
        for (Fault fault : faults) {
            write(out, fault);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void write(JsonGenerator out, Found found) throws IOException {
        Widespread widespread = found.widespread();
        out.writeStartObject();
        out.writeStringField("check", found.failure().check());
        out.writeStringField("item", found.failure().item());
        out.writeStringField("code", found.demand().code());
        out.writeStringField("dueOn", Days.text(found.dueOn()));
        out.writeStringField(
                "state",
                FindingState.of(found.dueOn(), found.rectifiedOn(), asOf).name());
        out.writeStringField("rule", found.demand().rule().id());
        out.writeBooleanField("widespread", widespread != null);
        out.writeStringField("widespreadSince", widespread == null ? null : Days.text(widespread.since()));
        out.writeStringField(
                "widespreadRule", widespread == null ? null : widespread.rule().id());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Fault fault) throws IOException {
        out.writeStartObject();
        out.writeStringField("marketId", fault.marketId());
        out.writeStringField("code", fault.code());
        out.writeStringField("scene", fault.scene());
        out.writeStringField("camera", fault.cameraId());
        out.writeStringField("rule", fault.rule().id());
        out.writeEndObject();
    }
}
