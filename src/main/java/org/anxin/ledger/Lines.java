package org.anxin.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Gathers decisions, a line of JSON each: {@code {"facts": …, "answer": …}}. A few hundred of them become one entry, so that
 * they share the cost of a row and, compressed together, most of their text.
 */
public final class Lines {
    private static final int MOST = 256;
    private static final int LONGEST = 1 << 18;
    private static final byte[] FACTS = "{\"facts\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ANSWER = ",\"answer\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "}\n".getBytes(StandardCharsets.UTF_8);

    private final LogKind kind;
    private final int day;
    private final String ruleset;
    private final List<Entry> full = new ArrayList<>();
    private final Set<String> subjects = new LinkedHashSet<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final FactsHash facts = new FactsHash();
    private long low;
    private long high;
    private int count;

    /**
     * Nothing yet.
     *
     * @param day decided for, an epoch day
     * @param ruleset id of the ruleset that decides; empty where a person does
     */
    public Lines(LogKind kind, int day, String ruleset) {
        this.kind = kind;
        this.day = day;
        this.ruleset = ruleset;
    }

    /**
     * A decision about a person of a sweep. They come by number.
     *
     * @param number of the person
     * @param given a JSON object
     * @param answer a JSON object
     */
    public void about(long number, byte[] given, byte[] answer) {
        low = count == 0 ? number : low;
        high = number;
        add(given, answer);
    }

    /** A decision about whatever has this id. */
    public void about(String subject, byte[] given, byte[] answer) {
        subjects.add(subject);
        add(given, answer);
    }

    private void add(byte[] given, byte[] answer) {
        facts.add(given);
        lines.writeBytes(FACTS);
        lines.writeBytes(given);
        lines.writeBytes(ANSWER);
        lines.writeBytes(answer);
        lines.writeBytes(END);
        count++;
        if (count == MOST || lines.size() >= LONGEST) {
            close();
        }
    }

    private void close() {
        if (count > 0) {
            byte[] body = Compressed.of(lines.toByteArray());
            full.add(new Entry(kind, day, ruleset, low, high, List.copyOf(subjects), count, facts.finish(), body));
            lines.reset();
            subjects.clear();
            low = 0;
            high = 0;
            count = 0;
        }
    }

    /** All that was gathered; nothing is left. */
    public List<Entry> entries() {
        close();
        List<Entry> all = List.copyOf(full);
        full.clear();
        return all;
    }
}
