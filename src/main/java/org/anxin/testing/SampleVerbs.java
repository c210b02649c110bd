package org.anxin.testing;

import org.anxin.rulebook.CountsOnce;
import org.anxin.rulebook.Says;

/** What sample rules may lay down. */
public final class SampleVerbs {
    private SampleVerbs() {}

    /** What a rule says about a sample. */
    sealed interface Verdict extends CountsOnce {
        /** The day of the sample counts. */
        record Counts() implements Verdict {}

        /** The person is blocked until released. */
        record Blocks() implements Verdict {}

        /**
         * A note, unless another sample makes the day count.
         *
         * @param code of the note
         */
        record Notes(String code) implements Verdict {}
    }

    /** The sample counts for its day. */
    @Says(zh = "计入", en = "the sample counts for the day on which it was taken")
    public static Object count() {
        return new Verdict.Counts();
    }

    /** The sample blocks the person. */
    @Says(zh = "阻断", en = "the sample blocks the person until released")
    public static Object block() {
        return new Verdict.Blocks();
    }

    /** The sample is noted if its day does not count. */
    @Says(zh = "当天不计入时加注", en = "add this note if no sample of that day counts")
    public static Object noteUnlessDayCounts(@Says.OneOf("note") String code) {
        return new Verdict.Notes(code);
    }
}
