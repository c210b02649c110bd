package org.anxin.testing;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads the facts about a person as SPEC section 6 writes them. */
public final class PersonJson {
    private static final Fields PERSON =
            Fields.of("id", "assignments", "samples", "absences", "releasedOn").requiring("id", "assignments");
    private static final Fields ASSIGNMENT =
            Fields.of("market", "category", "from", "to").requiring("market", "category", "from");
    private static final Fields MARKET = Fields.of("id", "type", "subdistrict").requiring("id", "type");
    private static final Fields SAMPLE = Fields.of("takenAt", "result").requiring("result");
    private static final Fields ABSENCE = Fields.of("from", "to").requiring("from");

    private PersonJson() {}

    /**
     * The person at which {@code in} stands, or null if mistakes were reported.
     *
     * @param used ids of people seen before in the same document; the person's own is added
     */
    public static @Nullable Person read(FactInput in, Set<String> used) throws IOException {
        if (!in.begins(PERSON)) {
            return null;
        }
        String id = null;
        List<Assignment> assignments = List.of();
        List<Sample> samples = List.of();
        List<Absence> absences = List.of();
        int releasedOn = Days.NONE;
        while (in.next()) {
            switch (in.field()) {
                case "id" -> id = in.newId(used);
                case "assignments" -> assignments = in.filledList(PersonJson::assignment);
                case "samples" -> samples = in.list(PersonJson::sample);
                case "absences" -> absences = in.list(PersonJson::absence);
                default -> releasedOn = in.day();
            }
        }
        return id == null || !in.clean() ? null : new Person(id, assignments, samples, absences, releasedOn);
    }

    private static @Nullable Assignment assignment(FactInput in) throws IOException {
        if (!in.begins(ASSIGNMENT)) {
            return null;
        }
        Market market = null;
        String category = null;
        int from = Days.NONE;
        int to = Days.OPEN;
        while (in.next()) {
            switch (in.field()) {
                case "market" -> market = market(in);
                case "category" -> category = in.word("category");
                case "from" -> from = in.day();
                default -> to = in.day();
            }
        }
        checkOrder(in, from, to);
        if (market == null || category == null || !in.clean()) {
            return null;
        }
        return new Assignment(market.id, market.type, market.subdistrict, category, from, to);
    }

    private static @Nullable Market market(FactInput in) throws IOException {
        if (!in.begins(MARKET)) {
            return null;
        }
        String id = null;
        String type = null;
        String subdistrict = null;
        while (in.next()) {
            switch (in.field()) {
                case "id" -> id = in.id();
                case "type" -> type = in.word("marketType");
                default -> subdistrict = in.text();
            }
        }
        return id == null || type == null || !in.clean() ? null : new Market(id, type, subdistrict);
    }

    private static @Nullable Sample sample(FactInput in) throws IOException {
        if (!in.begins(SAMPLE)) {
            return null;
        }
        int takenOn = Days.NONE;
        String result = null;
        while (in.next()) {
            switch (in.field()) {
                case "takenAt" -> takenOn = in.dayOfTime();
                default -> result = in.word("result");
            }
        }
        return result == null || !in.clean() ? null : new Sample(takenOn, result);
    }

    private static @Nullable Absence absence(FactInput in) throws IOException {
        if (!in.begins(ABSENCE)) {
            return null;
        }
        int from = Days.NONE;
        int to = Days.OPEN;
        while (in.next()) {
            switch (in.field()) {
                case "from" -> from = in.day();
                default -> to = in.day();
            }
        }
        checkOrder(in, from, to);
        return in.clean() ? new Absence(from, to) : null;
    }

    private static void checkOrder(FactInput in, int from, int to) {
        if (to != Days.NONE && to < from) {
            in.report("to", ErrorCode.TO_BEFORE_FROM);
        }
    }

    private record Market(String id, String type, @Nullable String subdistrict) {}
}
