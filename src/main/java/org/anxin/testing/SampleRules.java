package org.anxin.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.rulebook.Answers;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Ruleset;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * Which samples count, block or are noted, and for how long (SPEC section 2): the sample rules as a table by result and
 * days since the sample was taken.
 */
final class SampleRules {
    /** Rows longer than this are not kept as a table; such a rule asks about samples years old. */
    private static final int LONGEST_ROW = 4000;

    private static final Note TIME_MISSING = new Note(
            "SAMPLE_TIME_MISSING",
            new Bilingual("有采样缺少采样时间，不计入。", "A sample has no time at which it was taken; it does not count."));

    private final Map<String, Ruling[]> table = new HashMap<>();
    private final Answers<org.anxin.testing.facts.Sample, Ruling> answers;
    private final Map<String, Note> notes = new HashMap<>();

    /** Days after which nothing changes any more; as good as endless where there is no table. */
    private final int lastAge;

    /** What all sample rules together say about one sample. */
    private record Ruling(boolean counts, boolean blocks, List<String> notes) {
        private static Ruling of(List<Firing> firings) {
            boolean counts = false;
            boolean blocks = false;
            List<String> notes = new ArrayList<>();
            for (Firing firing : firings) {
                counts |= firing.consequence() instanceof SampleVerbs.Verdict.Counts;
                blocks |= firing.consequence() instanceof SampleVerbs.Verdict.Blocks;
                if (firing.consequence() instanceof SampleVerbs.Verdict.Notes note) {
                    notes.add(note.code());
                }
            }
            return new Ruling(counts, blocks, List.copyOf(notes));
        }
    }

    SampleRules(Ruleset ruleset) {
        answers = ruleset.answers(TestingVocabulary.SAMPLE, Ruling::of);
        int reach = ruleset.reach(TestingVocabulary.SAMPLE, "daysAgo") + 2;
        int ages = ruleset.remembers() ? Math.min(LONGEST_ROW, reach) : 0;
        lastAge = reach <= ages ? ages - 1 : Integer.MAX_VALUE;
        ruleset.words().all("result").forEach(word -> table.put(word.code(), row(word.code(), ages)));
        ruleset.words().all("note").forEach(word -> notes.put(word.code(), new Note(word.code(), word.name())));
    }

    private Ruling[] row(String result, int ages) {
        Ruling[] row = new Ruling[ages];
        for (int age = 0; age < ages; age++) {
            row[age] = answers.of(new org.anxin.testing.facts.Sample(result, age));
        }
        return row;
    }

    /** Judges all samples of a person as of a day. */
    Judged judge(Person person, int asOf) {
        List<Sample> samples = person.samples();
        Judged judged = new Judged(samples.size());
        String result = "";
        Ruling @Nullable [] row = null;
        for (int i = 0, n = samples.size(); i < n; i++) {
            Sample sample = samples.get(i);
            int takenOn = sample.takenOn();
            if (takenOn > asOf) {
                continue;
            }
            if (!sample.result().equals(result) || row == null) {
                result = sample.result();
                row = table.get(result);
            }
            if (row != null) {
                judged.add(takenOn, ruling(row, result, takenOn == Days.NONE ? 0 : asOf - takenOn), person, asOf);
            } else if (takenOn == Days.NONE) {
                judged.timeMissing = true;
            }
        }
        return judged;
    }

    private Ruling ruling(Ruling[] row, String result, int daysAgo) {
        int age = Math.min(daysAgo, lastAge);
        return age < row.length ? row[age] : answers.of(new org.anxin.testing.facts.Sample(result, age));
    }

    /** The samples of one person, judged. */
    final class Judged {
        private final CountedDays counted;
        private boolean blocked;
        private boolean timeMissing;
        private @Nullable List<Noted> noted;

        private Judged(int most) {
            counted = new CountedDays(most);
        }

        /** A note that holds unless another sample makes its day count. */
        private record Noted(int day, String code) {}

        private void add(int takenOn, Ruling ruling, Person person, int asOf) {
            boolean dated = takenOn != Days.NONE;
            if (ruling.blocks() && !released(dated ? takenOn : asOf, person.releasedOn(), asOf)) {
                blocked = true;
            }
            if (!dated) {
                timeMissing = true;
                return;
            }
            if (ruling.counts()) {
                counted.add(takenOn);
            }
            for (int i = 0; i < ruling.notes().size(); i++) {
                noted = noted == null ? new ArrayList<>() : noted;
                noted.add(new Noted(takenOn, ruling.notes().get(i)));
            }
        }

        /** A positive taken on or before the release no longer blocks; a release after the day asked about is not seen. */
        private static boolean released(int takenOn, int releasedOn, int asOf) {
            return releasedOn != Days.NONE && releasedOn <= asOf && takenOn <= releasedOn;
        }

        CountedDays counted() {
            return counted;
        }

        boolean blocked() {
            return blocked;
        }

        /** Adds the notes that hold, by code. */
        void addNotesTo(Map<String, Note> all) {
            if (timeMissing) {
                all.put(TIME_MISSING.code(), TIME_MISSING);
            }
            if (noted != null) {
                for (Noted note : noted) {
                    if (!counted.contains(note.day())) {
                        all.put(note.code(), notes.get(note.code()));
                    }
                }
            }
        }

        /** Whether there is anything to note. */
        boolean quiet() {
            return !timeMissing && noted == null;
        }
    }

    /** Notes sorted by code. */
    static List<Note> sorted(Map<String, Note> notes) {
        return List.copyOf(new TreeMap<>(notes).values());
    }
}
