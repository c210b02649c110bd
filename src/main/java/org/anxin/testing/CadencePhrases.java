package org.anxin.testing;

import org.anxin.rulebook.PhraseException;
import org.anxin.rulebook.Says;
import org.anxin.rulebook.Says.Between;
import org.anxin.text.Bilingual;

/** How rule authors say how often: each phrase ends in {@link Terms}. */
public final class CadencePhrases {
    private CadencePhrases() {}

    /** {@code every(3).days()}. */
    @Says(zh = "每几天", en = "every so many days: every(3).days()")
    public static Every every(@Between(min = 1, max = 366) int n) {
        return new Every(n);
    }

    /** {@code times(2).perWeek().apart(2).days()}. */
    @Says(zh = "几次", en = "so many times a week: times(2).perWeek().apart(2).days()")
    public static Times times(@Between(min = 1, max = 7) int n) {
        return new Times(n);
    }

    /** {@code once().afterTask().within(1).days()}. */
    @Says(zh = "一次", en = "once after a task: once().afterTask().within(1).days()")
    public static Once once() {
        return new Once();
    }

    /** Begun by {@link #every}. */
    public record Every(int n) {
        /** Ends the phrase. */
        @Says(zh = "天1次", en = "days")
        public Terms days() {
            return Terms.of(new Cadence.EveryDays(n));
        }
    }

    /** Begun by {@link #times}. */
    public record Times(int n) {
        /** ISO weeks, Monday to Sunday. */
        @Says(zh = "每周", en = "per week, Monday to Sunday")
        public EachWeek perWeek() {
            return new EachWeek(n);
        }
    }

    /** So many times a week. */
    public record EachWeek(int n) {
        /** Least distance between two samples of a week. */
        @Says(zh = "间隔", en = "at least so many days apart")
        public Apart apart(@Between(min = 1, max = 6) int gap) {
            if (6 / gap + 1 < n) {
                throw new PhraseException(
                        new Bilingual(
                                "一周内容不下间隔" + gap + "天的" + n + "次采样。",
                                n + " samples " + gap + " days apart do not fit into a week."),
                        new Bilingual("减少次数或间隔。", "Ask for fewer samples or a smaller distance."));
            }
            return new Apart(n, gap);
        }
    }

    /** So many times a week, so far apart. */
    public record Apart(int n, int gap) {
        /** Ends the phrase. */
        @Says(zh = "天", en = "days")
        public Terms days() {
            return Terms.of(new Cadence.PerWeek(n, gap));
        }
    }

    /** Begun by {@link #once}. */
    public record Once() {
        /** The task is the assignment; it ends on its last day. */
        @Says(zh = "任务结束后", en = "after the task, that is the assignment, ends")
        public AfterTheTask afterTask() {
            return new AfterTheTask();
        }
    }

    /** Once after the task. */
    public record AfterTheTask() {
        /** How long after the last day a sample may be taken. */
        @Says(zh = "几天内", en = "within so many days after its last day")
        public Within within(@Between(min = 0, max = 366) int days) {
            return new Within(days);
        }
    }

    /** Once after the task, within so long. */
    public record Within(int n) {
        /** Ends the phrase. */
        @Says(zh = "天", en = "days")
        public Terms days() {
            return Terms.of(new Cadence.AfterTask(n));
        }
    }
}
