package org.anxin.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anxin.rulebook.Answers;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Ruleset;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * Which samples count, block or are noted, and for how long (SPEC section 2): the sample rules as a table by result and
 * days since the sample was taken.
 */
final class SampleRules {
    /** Rows longer than this are not kept as a table; such a rule asks about samples years old. */
    private static final int LONGEST_ROW = 4000;

    /** Most places of all rows together, so that many words do not make a large table. */
    private static final int LARGEST_TABLE = 1 << 15;

    private static final Ruling[] NO_ROW = {};

    /** The results; each has a row in the table. Few, the usual one first: quicker to search than a map. */
    private final String[] results;

    private final Ruling[][] table;
    private final Answers<org.anxin.testing.facts.Sample, Ruling> answers;

    /** Days after which nothing changes any more; as good as endless where there is no table. */
    private final int lastAge;

    /** The age up to which rules tell ages apart, table or not. */
    private final int lookedAt;

    /**
     * What all sample rules together say about one sample.
     *
     * @param notes hold unless its day counts after all
     */
    record Ruling(boolean counts, boolean blocks, List<Note> notes) {}

    SampleRules(Ruleset ruleset) {
        Map<String, Note> notes = new HashMap<>();
        ruleset.words().all("note").forEach(word -> notes.put(word.code(), new Note(word.code(), word.name())));
        answers = ruleset.answers(TestingVocabulary.SAMPLE, firings -> ruling(firings, notes));
        int reach = ruleset.reach(TestingVocabulary.SAMPLE, "daysAgo") + 2;
        lookedAt = reach - 1;
        int longest = Math.min(
                LONGEST_ROW,
                LARGEST_TABLE / Math.max(1, ruleset.words().codes("result").size()));
        int ages = ruleset.remembers() ? Math.min(longest, reach) : 0;
        lastAge = reach <= ages ? ages - 1 : Integer.MAX_VALUE;
        results =
                ruleset.words().all("result").stream().map(word -> word.code()).toArray(String[]::new);
        table = Arrays.stream(results).map(result -> row(result, ages)).toArray(Ruling[][]::new);
    }

    private static Ruling ruling(List<Firing> firings, Map<String, Note> known) {
        boolean counts = false;
        boolean blocks = false;
        List<Note> notes = new ArrayList<>();
        for (Firing firing : firings) {
            counts |= firing.consequence() instanceof SampleVerbs.Verdict.Counts;
            blocks |= firing.consequence() instanceof SampleVerbs.Verdict.Blocks;
            if (firing.consequence() instanceof SampleVerbs.Verdict.Notes note) {
                notes.add(known.get(note.code()));
            }
        }
        return new Ruling(counts, blocks, List.copyOf(notes));
    }

    private Ruling[] row(String result, int ages) {
        Ruling[] row = new Ruling[ages];
        for (int age = 0; age < ages; age++) {
            row[age] = answers.of(new org.anxin.testing.facts.Sample(result, age));
        }
        return row;
    }

    private Ruling[] row(String result) {
        for (int i = 0; i < results.length; i++) {
            if (results[i].equals(result)) {
                return table[i];
            }
        }
        return NO_ROW;
    }

    /**
     * The first declared result that counts from the day of the sample on, however long ago that was, and never blocks.
     *
     * @return null if the rules know none
     */
    @Nullable
    String countingResult() {
        for (int i = 0; i < results.length; i++) {
            if (counts(table[i], results[i])) {
                return results[i];
            }
        }
        return null;
    }

    private boolean counts(Ruling[] row, String result) {
        for (int age = 0; age <= lookedAt; age++) {
            Ruling ruling = ruling(row, result, age);
            if (!ruling.counts() || ruling.blocks()) {
                return false;
            }
        }
        return true;
    }

    /** Judges all samples of a person as of a day. */
    JudgedSamples judge(Person person, int asOf) {
        JudgedSamples judged = new JudgedSamples(person, asOf);
        List<Sample> samples = person.samples();
        String result = "";
        Ruling[] row = NO_ROW;
        for (int i = 0, n = samples.size(); i < n; i++) {
            Sample sample = samples.get(i);
            int takenOn = sample.takenOn();
            if (takenOn > asOf) {
                continue;
            }
            if (!sample.result().equals(result)) {
                result = sample.result();
                row = row(result);
            }
            if (takenOn == Days.NONE) {
                judged.addUndated(ruling(row, result, 0));
            } else {
                judged.add(takenOn, ruling(row, result, asOf - takenOn));
            }
        }
        return judged;
    }

    private Ruling ruling(Ruling[] row, String result, int daysAgo) {
        int age = Math.min(daysAgo, lastAge);
        return age < row.length ? row[age] : answers.of(new org.anxin.testing.facts.Sample(result, age));
    }
}
