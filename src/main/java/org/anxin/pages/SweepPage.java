package org.anxin.pages;

import java.util.List;
import org.anxin.sweep.SweepReport;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a run shows.
 *
 * @param failure why it failed; null unless it did
 * @param statuses people by status, in words
 */
public record SweepPage(
        SweepsPage.Row run,
        SweepReport report,
        @Nullable Bilingual failure,
        List<Count> statuses,
        List<MarketRow> markets) {

    /** Whether it goes on. */
    public boolean isRunning() {
        return report.sweep().ended() == null;
    }

    /** Whether everybody who is registered was decided. */
    public boolean isComplete() {
        return !isRunning() && failure == null && report.registered() == report.evaluated();
    }

    /** Of a hundred. */
    public int progress() {
        return report.shards() == 0 ? 0 : report.shardsDone() * 100 / report.shards();
    }

    /** How many people who could not be decided are not named. */
    public int more() {
        return report.errorCount() - report.errors().size();
    }

    /** Address of the day's figures. */
    public String dayAddress() {
        return "/?day=" + report.sweep().day();
    }

    /** People in a status. */
    public record Count(Bilingual status, String mark, int people) {}

    /** The counts of a market; complete if everybody was decided or named as an error. */
    public record MarketRow(String name, String address, SweepReport.Market counts) {
        /** Whether nobody is missing. */
        public boolean isComplete() {
            return counts.registered() == counts.evaluated() + counts.errors();
        }
    }
}
