package org.anxin.visits;

import java.io.IOException;
import java.util.List;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.time.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What the video platform says of a camera.
 *
 * @param cameraId the camera
 * @param online whether it can be seen
 * @param at when, microseconds since 1970
 */
public record HealthReport(String cameraId, boolean online, long at) {
    private static final Fields DOCUMENT = Fields.of("reports").requiring("reports");
    private static final Fields REPORT = Fields.of("camera", "online", "at").requiring("camera", "online", "at");

    /** {@code {"reports": […]}}, or null if mistakes were reported. */
    public static @Nullable List<HealthReport> document(FactInput in) throws IOException {
        if (!in.begins(DOCUMENT)) {
            return null;
        }
        List<HealthReport> reports = List.of();
        while (in.next()) {
            reports = in.filledList(HealthReport::read);
        }
        return in.clean() ? reports : null;
    }

    /** One report, or null if mistakes were reported. */
    public static @Nullable HealthReport read(FactInput in) throws IOException {
        if (!in.begins(REPORT)) {
            return null;
        }
        String camera = null;
        Boolean online = null;
        Moment at = null;
        while (in.next()) {
            switch (in.field()) {
                case "camera" -> camera = in.id();
                case "online" -> online = in.flag();
                default -> at = VisitJson.time(in);
            }
        }
        return camera == null || online == null || at == null || !in.clean()
                ? null
                : new HealthReport(camera, online, at.micros());
    }
}
