package org.anxin.visits;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.patrol.Check;
import org.anxin.time.Moment;
import org.jspecify.annotations.Nullable;

/** Reads visits. */
public final class VisitJson {
    private static final Fields VISIT = Fields.of(
                    "id", "marketId", "at", "means", "camera", "still", "items", "photos", "remarks")
            .requiring("id", "marketId", "at", "means", "items");
    private static final Fields ITEM = Fields.of("item", "passed", "remark").requiring("item", "passed");

    private final Registered registered;
    private final Set<String> seen = new HashSet<>();

    private VisitJson(Registered registered) {
        this.registered = registered;
    }

    /** The visit at which {@code in} stands, or null if mistakes were reported. */
    public static @Nullable Visit read(FactInput in, Registered registered) throws IOException {
        return in.begins(VISIT) ? new VisitJson(registered).visit(in) : null;
    }

    private @Nullable Visit visit(FactInput in) throws IOException {
        String id = null;
        String marketId = null;
        Moment at = null;
        String means = null;
        String camera = null;
        String still = null;
        List<Visit.Item> items = List.of();
        List<String> photos = List.of();
        String remarks = null;
        while (in.next()) {
            switch (in.field()) {
                case "id" -> id = in.id();
                case "marketId" -> marketId = market(in);
                case "at" -> at = time(in);
                case "means" -> means = in.word("means");
                case "camera" -> camera = in.id();
                case "still" -> still = image(in, registered);
                case "items" -> items = in.filledList(this::item);
                case "photos" -> photos = in.list(inner -> image(inner, registered));
                default -> remarks = in.textOrBlank();
            }
        }
        if (in.clean()) {
            checkCamera(in, means, marketId, camera, still);
        }
        return id == null || marketId == null || at == null || means == null || !in.clean()
                ? null
                : new Visit(id, marketId, at, means, camera, still, sorted(items), List.copyOf(photos), remarks);
    }

    private void checkCamera(
            FactInput in,
            @Nullable String means,
            @Nullable String marketId,
            @Nullable String camera,
            @Nullable String still) {
        if (Check.VIDEO.equals(means) && camera == null) {
            in.report("camera", ErrorCode.REQUIRED);
        }
        if (Check.VIDEO.equals(means) && still == null) {
            in.report("still", ErrorCode.REQUIRED);
        }
        String there = camera == null ? null : registered.marketOfCamera(camera);
        if (camera != null && there == null) {
            in.report("camera", ErrorCode.UNKNOWN_REFERENCE);
        } else if (there != null && !there.equals(marketId)) {
            in.report("camera", ErrorCode.CAMERA_ELSEWHERE);
        }
    }

    private @Nullable String market(FactInput in) throws IOException {
        String id = in.id();
        if (id != null && !registered.isMarket(id)) {
            in.report(ErrorCode.UNKNOWN_REFERENCE);
            return null;
        }
        return id;
    }

    private Visit.@Nullable Item item(FactInput in) throws IOException {
        if (!in.begins(ITEM)) {
            return null;
        }
        String item = null;
        Boolean passed = null;
        String remark = null;
        while (in.next()) {
            switch (in.field()) {
                case "item" -> item = in.word("patrolItem");
                case "passed" -> passed = in.flag();
                default -> remark = in.textOrBlank();
            }
        }
        if (item != null && !seen.add(item)) {
            in.report("item", ErrorCode.DUPLICATE_ITEM);
        }
        return item == null || passed == null || !in.clean() ? null : new Visit.Item(item, passed, remark);
    }

    /** The same answers are the same visit, in whichever order they are sent. */
    private static List<Visit.Item> sorted(List<Visit.Item> items) {
        List<Visit.Item> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparing(Visit.Item::item));
        return List.copyOf(sorted);
    }

    /** A time with offset. */
    static @Nullable Moment time(FactInput in) throws IOException {
        Moment moment = in.moment();
        if (moment != null && moment.micros() == Moment.DAY_ONLY) {
            in.report(ErrorCode.BAD_MOMENT);
            return null;
        }
        return moment;
    }

    /** The SHA-256 of an image that was handed in. */
    static @Nullable String image(FactInput in, Registered registered) throws IOException {
        String sha256 = in.text();
        if (sha256 != null && !registered.isImage(sha256)) {
            in.report(ErrorCode.UNKNOWN_REFERENCE);
            return null;
        }
        return sha256;
    }
}
