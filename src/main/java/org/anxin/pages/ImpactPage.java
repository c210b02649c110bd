package org.anxin.pages;

import java.util.List;
import org.anxin.impact.Impact;
import org.anxin.impact.ImpactState;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a preview shows.
 *
 * @param version number of the version that might decide; 0 if it is not stored as one
 * @param against number of the version that it is compared with; likewise
 * @param markets to choose from
 * @param found null unless it is completed
 */
public record ImpactPage(
        Impact impact,
        int version,
        int against,
        Bilingual stateName,
        String mark,
        List<Market> markets,
        @Nullable Found found) {

    /** The number of the version as text. */
    public String versionText() {
        return version == 0 ? "—" : Integer.toString(version);
    }

    /** The number of the other version as text. */
    public String againstText() {
        return against == 0 ? "—" : Integer.toString(against);
    }

    /** Whether it waits or goes on. */
    public boolean isRunning() {
        return impact.state() == ImpactState.RUNNING;
    }

    /** Why it came to no end; null unless it did not. */
    public @Nullable Bilingual failure() {
        return impact.failure() == null ? null : impact.failure().message();
    }

    /** Of a hundred. */
    public int progress() {
        return impact.total() == 0 ? 0 : (int) (100L * impact.done() / impact.total());
    }

    /** Whether several days were asked about, so that people count once for each. */
    public boolean isLong() {
        return impact.question().from() != impact.question().to();
    }

    /** Where it can be read by programs, page by page. */
    public String file(String what, String format) {
        return "/api/v1/impacts/" + impact.id() + "/" + what + "?limit=1000&format=" + format;
    }

    /** A market that can be chosen. */
    public record Market(String id, String name, boolean chosen) {}

    /**
     * What came out.
     *
     * @param people decided
     * @param changed how many of them would be found otherwise on any day
     * @param unlisted changes that are counted, but not listed
     * @param kinds of change, for the heads of tables
     * @param examples the first people that are changed
     */
    public record Found(
            int people,
            int changed,
            int unlisted,
            int batches,
            int changedBatches,
            List<Figure> figures,
            List<Integer> days,
            List<Row> kinds,
            List<Row> transitions,
            List<Bilingual> marketKinds,
            List<MarketRow> markets,
            Bars demand,
            List<Row> batchKinds,
            List<Changed> examples,
            List<Changed> batchExamples) {

        /** Whether anything would be different. */
        public boolean isDifferent() {
            return changed > 0 || changedBatches > 0;
        }
    }

    /** A number with its list. */
    public record Figure(Bilingual title, int count, String address, String look) {}

    /** A number in a table; {@code level} of shade, 0 to 5, where the table is shaded. */
    public record Cell(int count, int level, @Nullable String address) {}

    /** A row of numbers, a day each. */
    public record Row(Bilingual title, int total, String address, List<Cell> cells) {}

    /** A market with a number for each kind of change. */
    public record MarketRow(String name, String address, List<Cell> cells) {}

    /**
     * Somebody or a batch that would be found otherwise on a day.
     *
     * @param before how it stands by the rules before
     */
    public record Changed(
            int day,
            String id,
            String address,
            List<Place> markets,
            List<Bilingual> kinds,
            State before,
            State after) {}

    /** A market, with the address of its page. */
    public record Place(String name, String address) {}

    /** How somebody or a batch stands. */
    public record State(Bilingual status, String mark, int dueOn, List<Place> rules) {}
}
