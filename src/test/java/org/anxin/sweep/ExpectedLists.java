package org.anxin.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anxin.time.Days;

/** The lists that the demo district's files imply for 7 April 2022, worked out from their text alone. */
public final class ExpectedLists {
    private static final Path DEMO = Path.of("src/main/resources/demo/binjiang-2022-04");
    private static final int AS_OF = Days.of("2022-04-07");
    private static final Map<String, String> ACTIONS =
            Map.of("DUE_TOMORROW", "WARN", "DUE_TODAY", "WARN", "OVERDUE", "SUSPEND");

    private ExpectedLists() {}

    /** Columns of assignments.csv: person_id, market_id, operator_id, category, from, to. */
    private static Map<String, List<String[]>> assignments() throws IOException {
        try (var lines = Files.lines(DEMO.resolve("assignments.csv"))) {
            return lines.skip(1).map(line -> line.split(",", -1)).collect(Collectors.groupingBy(row -> row[0]));
        }
    }

    /** By market. */
    public static Map<String, List<ListedPerson>> of(ListKind kind) throws IOException {
        Map<String, List<String[]>> assignments = assignments();
        Map<String, List<ListedPerson>> lists = new TreeMap<>();
        for (String line : Files.readAllLines(DEMO.resolve("expected.ndjson"))) {
            JsonNode person = new ObjectMapper().readTree(line);
            boolean listed = kind.actions().stream()
                    .anyMatch(
                            action -> action.name().equals(person.path("action").asText()));
            if (listed) {
                List<String[]> own = assignments.get(person.get("personId").asText());
                for (String market : markets(person, own)) {
                    lists.computeIfAbsent(market, none -> new ArrayList<>()).add(listed(person, market, own));
                }
            }
        }
        Comparator<ListedPerson> order =
                Comparator.comparingInt(ListedPerson::dueOn).thenComparing(ListedPerson::personId);
        lists.values().forEach(list -> list.sort(order));
        return lists;
    }

    private static TreeSet<String> markets(JsonNode person, List<String[]> assignments) {
        boolean blocked = person.get("status").asText().equals("BLOCKED");
        TreeSet<String> markets = new TreeSet<>();
        for (String[] row : assignments) {
            int to = row[5].isEmpty() ? Days.OPEN : Days.of(row[5]);
            if (Days.of(row[4]) <= AS_OF + (blocked ? 1 : 0) && to >= AS_OF - (blocked ? 14 : 0)) {
                markets.add(row[1]);
            }
        }
        for (JsonNode obligation : person.get("obligations")) {
            if (ACTIONS.containsKey(obligation.get("status").asText())) {
                markets.add(obligation.get("marketId").asText());
            }
        }
        return markets;
    }

    private static ListedPerson listed(JsonNode person, String market, List<String[]> assignments) {
        TreeSet<String> operators = new TreeSet<>();
        assignments.stream()
                .filter(row -> row[1].equals(market) && !row[2].isEmpty())
                .forEach(row -> operators.add(row[2]));
        TreeSet<String> rules = new TreeSet<>();
        String action = person.get("action").asText();
        for (JsonNode obligation : person.get("obligations")) {
            if (action.equals(ACTIONS.get(obligation.get("status").asText()))) {
                rules.add(obligation.get("rule").asText());
            }
        }
        JsonNode dueOn = person.get("dueOn");
        return new ListedPerson(
                person.get("personId").asText(),
                List.copyOf(operators),
                dueOn.isNull() ? Days.NONE : Days.of(dueOn.asText()),
                person.get("status").asText(),
                action,
                List.copyOf(rules));
    }
}
