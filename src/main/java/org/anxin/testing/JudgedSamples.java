package org.anxin.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** The samples of one person, judged one by one as of a day (SPEC section 2). */
final class JudgedSamples {
    private static final Note TIME_MISSING = new Note(
            "SAMPLE_TIME_MISSING",
            new Bilingual("有采样缺少采样时间，不计入。", "A sample has no time at which it was taken; it does not count."));

    private final CountedDays counted;
    private final int asOf;
    private final int releasedOn;
    private @Nullable SortedSet<Integer> blocking;
    private boolean timeMissing;
    private @Nullable Noted noted;

    /** Notes on a sample, which hold unless another sample makes its day count. */
    private record Noted(
            int day, List<Note> notes, @Nullable Noted before) {}

    JudgedSamples(Person person, int asOf) {
        this.counted = new CountedDays(person.samples().size());
        this.asOf = asOf;
        // A release after the day asked about is not seen.
        this.releasedOn = person.releasedOn() <= asOf ? person.releasedOn() : Days.NONE;
    }

    void add(int takenOn, SampleRules.Ruling ruling) {
        if (ruling.counts()) {
            counted.add(takenOn);
        } else if (!ruling.notes().isEmpty()) {
            noted = new Noted(takenOn, ruling.notes(), noted);
        }
        if (ruling.blocks()) {
            block(takenOn);
        }
    }

    /** A sample of which nobody knows when it was taken; a positive one blocks as if taken on the day asked about. */
    void addUndated(SampleRules.Ruling ruling) {
        timeMissing = true;
        if (ruling.blocks()) {
            block(asOf);
        }
    }

    /** A positive taken on or before the release no longer blocks. */
    private void block(int takenOn) {
        if (takenOn > releasedOn) {
            if (blocking == null) {
                blocking = new TreeSet<>();
            }
            blocking.add(takenOn);
        }
    }

    CountedDays counted() {
        return counted;
    }

    boolean blocked() {
        return blocking != null;
    }

    /** Days of the samples that block, in order. */
    List<Integer> blockingDays() {
        return blocking == null ? List.of() : List.copyOf(blocking);
    }

    /** The notes that hold, and one more if there is one, distinct by code and sorted by it. */
    List<Note> notes(@Nullable Note another) {
        if (!timeMissing && noted == null && another == null) {
            return List.of();
        }
        List<Note> notes = new ArrayList<>(3);
        if (another != null) {
            notes.add(another);
        }
        if (timeMissing) {
            addOnce(TIME_MISSING, notes);
        }
        for (Noted each = noted; each != null; each = each.before) {
            if (!counted.contains(each.day)) {
                each.notes.forEach(note -> addOnce(note, notes));
            }
        }
        notes.sort(Comparator.comparing(Note::code));
        return List.copyOf(notes);
    }

    private static void addOnce(Note note, List<Note> notes) {
        for (Note there : notes) {
            if (there.code().equals(note.code())) {
                return;
            }
        }
        notes.add(note);
    }
}
