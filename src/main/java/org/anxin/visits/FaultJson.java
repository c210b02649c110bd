package org.anxin.visits;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.anxin.patrol.Camera;
import org.anxin.patrol.Fault;
import org.anxin.rulebook.Words;

/** What patrols leave unseen, in JSON. */
public final class FaultJson {
    private FaultJson() {}

    /** Writes a market's day. */
    public static void write(JsonGenerator out, PatrolDays.Day day, Words words) throws IOException {
        out.writeStartObject();
        out.writeStringField("marketId", day.marketId());
        out.writeNumberField("checks", day.checks());
        out.writeNumberField("video", day.video());
        out.writeNumberField("failed", day.failed());
        write(out, day.faults(), words);
        out.writeEndObject();
    }

    /** Writes a market's cameras. */
    public static void write(JsonGenerator out, CameraWatch.Watched watched, Words words) throws IOException {
        out.writeStartObject();
        out.writeStringField("marketId", watched.marketId());
        out.writeArrayFieldStart("cameras");
        for (Camera camera : watched.cameras()) {
            write(out, camera);
        }
        out.writeEndArray();
        write(out, watched.faults(), words);
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Camera camera) throws IOException {
        Camera.State state = camera.state();
        out.writeStartObject();
        out.writeStringField("id", camera.id());
        out.writeStringField("scene", camera.scene());
        out.writeFieldName("online");
        if (state == null) {
            out.writeNull();
        } else {
            out.writeBoolean(state.online());
        }
        out.writeStringField("since", state == null ? null : time(state.since()));
        out.writeStringField("reported", state == null ? null : time(state.reported()));
        out.writeEndObject();
    }

    private static String time(long micros) {
        return Times.instant(micros).toString();
    }

    private static void write(JsonGenerator out, List<Fault> faults, Words words) throws IOException {
        out.writeArrayFieldStart("faults");
        for (Fault fault : faults) {
            out.writeStartObject();
            out.writeStringField("code", fault.code());
            out.writeStringField("scene", fault.scene());
            out.writeStringField("camera", fault.cameraId());
            out.writeStringField("rule", fault.rule().id());
            out.writeStringField("directive", fault.rule().directive().id());
            FindingJson.message(out, words.name("patrolFinding", fault.code()));
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
