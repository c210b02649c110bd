package org.anxin.patrol;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.time.Moment;
import org.jspecify.annotations.Nullable;

/** Reads patrols as cases write them. */
public final class PatrolsJson {
    private static final Fields PATROLS =
            Fields.of("markets", "checks", "cameras", "at").requiring("markets");
    private static final Fields MARKET = Fields.of("id", "type").requiring("id", "type");
    private static final Fields CHECK =
            Fields.of("id", "market", "at", "means", "items").requiring("id", "market", "at", "items");
    private static final Fields ITEM =
            Fields.of("item", "passed", "rectifiedAt").requiring("item", "passed");
    private static final Fields CAMERA = Fields.of(
                    "id", "market", "scene", "registeredAt", "online", "since", "reported")
            .requiring("id", "market", "scene", "registeredAt");

    private final Map<String, String> types = new HashMap<>();
    private final Map<Patrols.Place, Moment> rectified = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    private PatrolsJson() {}

    /** The patrols at which {@code in} stands, or null if mistakes were reported. Markets come before all else. */
    public static @Nullable Patrols read(FactInput in) throws IOException {
        return in.begins(PATROLS) ? new PatrolsJson().patrols(in) : null;
    }

    private @Nullable Patrols patrols(FactInput in) throws IOException {
        List<PatrolledMarket> markets = List.of();
        List<Check> checks = List.of();
        List<Camera> cameras = List.of();
        long at = 0;
        while (in.next()) {
            switch (in.field()) {
                case "markets" -> markets = in.filledList(this::market);
                case "checks" -> checks = in.list(this::check);
                case "cameras" -> cameras = in.list(this::camera);
                default -> at = micros(in);
            }
        }
        return in.clean() ? new Patrols(markets, checks, rectified, cameras, at) : null;
    }

    private @Nullable PatrolledMarket market(FactInput in) throws IOException {
        if (!in.begins(MARKET)) {
            return null;
        }
        String id = null;
        String type = null;
        while (in.next()) {
            switch (in.field()) {
                case "id" -> id = in.newId(used);
                default -> type = in.word("marketType");
            }
        }
        if (id == null || type == null || !in.clean()) {
            return null;
        }
        types.put(id, type);
        return new PatrolledMarket(id, type);
    }

    private @Nullable Check check(FactInput in) throws IOException {
        if (!in.begins(CHECK)) {
            return null;
        }
        String id = null;
        String market = null;
        Moment at = null;
        String means = Check.VIDEO;
        Map<Check.Answer, Moment> items = Map.of();
        while (in.next()) {
            switch (in.field()) {
                case "id" -> id = in.newId(used);
                case "market" -> market = registered(in);
                case "at" -> at = time(in);
                case "means" -> means = in.word("means");
                default -> items = items(in);
            }
        }
        if (id == null || market == null || at == null || means == null || !in.clean()) {
            return null;
        }
        List<Check.Answer> answers = new ArrayList<>();
        for (Map.Entry<Check.Answer, Moment> item : items.entrySet()) {
            answers.add(item.getKey());
            if (item.getValue().micros() != Failure.NOT_RECTIFIED) {
                rectified.put(new Patrols.Place(id, item.getKey().item()), item.getValue());
            }
        }
        String type = Objects.requireNonNull(types.get(market));
        return new Check(id, market, type, at.day(), at.micros(), means, answers);
    }

    private static Map<Check.Answer, Moment> items(FactInput in) throws IOException {
        Map<Check.Answer, Moment> items = new LinkedHashMap<>();
        in.filledList(inner -> item(inner, items));
        return items;
    }

    private static Check.@Nullable Answer item(FactInput in, Map<Check.Answer, Moment> items) throws IOException {
        if (!in.begins(ITEM)) {
            return null;
        }
        String item = null;
        Boolean passed = null;
        Moment rectifiedAt = new Moment(0, Failure.NOT_RECTIFIED);
        while (in.next()) {
            switch (in.field()) {
                case "item" -> item = in.word("patrolItem");
                case "passed" -> passed = in.flag();
                default -> rectifiedAt = time(in);
            }
        }
        if (item == null || passed == null || rectifiedAt == null || !in.clean()) {
            return null;
        }
        Check.Answer answer = new Check.Answer(item, passed);
        items.put(answer, rectifiedAt);
        return answer;
    }

    private @Nullable Camera camera(FactInput in) throws IOException {
        if (!in.begins(CAMERA)) {
            return null;
        }
        String id = null;
        String market = null;
        String scene = null;
        long registeredAt = 0;
        Boolean online = null;
        long since = 0;
        long reported = 0;
        while (in.next()) {
            switch (in.field()) {
                case "id" -> id = in.newId(used);
                case "market" -> market = registered(in);
                case "scene" -> scene = in.word("scene");
                case "registeredAt" -> registeredAt = micros(in);
                case "online" -> online = in.flag();
                case "since" -> since = micros(in);
                default -> reported = micros(in);
            }
        }
        if (id == null || market == null || scene == null || !in.clean()) {
            return null;
        }
        Camera.State state = online == null ? null : new Camera.State(online, since, reported);
        return new Camera(id, market, scene, registeredAt, state);
    }

    private @Nullable String registered(FactInput in) throws IOException {
        String id = in.id();
        if (id != null && !types.containsKey(id)) {
            in.report(ErrorCode.UNKNOWN_REFERENCE);
            return null;
        }
        return id;
    }

    private static @Nullable Moment time(FactInput in) throws IOException {
        Moment moment = in.moment();
        if (moment != null && moment.micros() == Moment.DAY_ONLY) {
            in.report(ErrorCode.BAD_MOMENT);
            return null;
        }
        return moment;
    }

    private static long micros(FactInput in) throws IOException {
        Moment moment = time(in);
        return moment == null ? 0 : moment.micros();
    }
}
