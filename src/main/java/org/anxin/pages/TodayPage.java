package org.anxin.pages;

import java.util.List;
import org.anxin.sweep.Sweep;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What the first page shows.
 *
 * @param day the day shown, as an epoch day
 * @param today the day that it is
 * @param run the last completed run of the day; null if the day was not swept
 * @param newest the newest day that was swept; {@link Days#NONE} if none ever was
 * @param figures the large numbers; empty without a run
 * @param markets a row for each; empty without a run
 * @param total the row of the district; null without a run
 * @param imports the batches of imported goods
 * @param patrols how patrols and readiness stand
 */
public record TodayPage(
        int day,
        int today,
        @Nullable RunLine run,
        int newest,
        List<Notice> notices,
        List<Figure> figures,
        List<MarketRow> markets,
        @Nullable MarketRow total,
        Heat heat,
        @Nullable PeopleList list,
        ImportFigures imports,
        TodayPatrols patrols) {

    /** The day before. */
    public int before() {
        return day - 1;
    }

    /** The day after. */
    public int after() {
        return day + 1;
    }

    /** Address of the day before. */
    public String dayBefore() {
        return address(before());
    }

    /** Address of the day after. */
    public String dayAfter() {
        return address(after());
    }

    /** Whether any day was swept. */
    public boolean hasNewest() {
        return newest != Days.NONE;
    }

    /** Whether the day shown is the day that it is. */
    public boolean isTodayItself() {
        return day == today;
    }

    /** Address of another day. */
    public String address(int other) {
        return Address.of("/").with("day", Days.text(other)).toString();
    }

    /** Whether the newest run is of another day than today. */
    public boolean isTodayOpen() {
        return newest < today;
    }

    /**
     * The run in one line.
     *
     * @param registered people registered
     * @param errors people who could not be decided
     * @param seconds it took
     * @param version number of the version of the rules; 0 if it has none
     */
    public record RunLine(
            Sweep sweep, int registered, int evaluated, int errors, int markets, int seconds, int version) {
        static final int SHORT = "sha256:".length() + 12;

        /** {@code v17}, or a dash. */
        public String versionText() {
            return version == 0 ? "—" : "v" + version;
        }

        /** The beginning of the ruleset's id, by which it can be told from others. */
        public String shortRuleset() {
            return sweep.ruleset().substring(0, SHORT) + "…";
        }

        /** Whether everybody was decided. */
        public boolean isComplete() {
            return errors == 0 && registered == evaluated;
        }
    }

    /** A rule that is in force for a limited time. */
    public record Notice(Bilingual title, String rule, String address, int until) {}

    /**
     * A large number.
     *
     * @param look bad, stop or empty
     * @param part people of {@code count} who were sampled since; negative if that is not said
     * @param change against the run before; null if there is none
     * @param spark null without earlier runs
     */
    public record Figure(
            Bilingual title,
            String look,
            int count,
            String address,
            int part,
            @Nullable String partAddress,
            @Nullable Integer change,
            @Nullable Spark spark) {

        /** Whether it is said how many were sampled since. */
        public boolean hasPart() {
            return part >= 0;
        }
    }

    /** A market's numbers, or the district's. */
    public record MarketRow(@Nullable String name, String address, List<Linked> numbers, int inOrder, int onDuty) {
        /** Width of the bar of a hundred. */
        public int share() {
            return onDuty == 0 ? 0 : (int) ((long) inOrder * 100 / onDuty);
        }

        /** Whether so many are not in order that it stands out. */
        public boolean isLow() {
            return onDuty > 0 && share() < 90;
        }
    }

    /** A number that leads to its list. */
    public record Linked(int count, String address, boolean alarming) {}
}
