package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ToIntFunction;
import org.anxin.desk.BatchCounts;
import org.anxin.desk.BatchState;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Counts batches for the pages of the day and of markets. */
@Singleton
class ImportCounting {
    private static final List<Counted> NUMBERS = List.of(
            new Counted("待复核", "Wait for a person", "", BatchCounts.OfMarket::review, key(BatchState.REVIEW), false),
            new Counted("缺少凭证", "Lack a document", "", BatchCounts.OfMarket::lacking, BatchListReading.LACKING, false),
            new Counted("已召回", "Recalled", "stop", BatchCounts.OfMarket::recalled, key(BatchState.RECALLED), false),
            new Counted("当日判定", "Decided that day", "", BatchCounts.OfMarket::decided, null, true),
            new Counted("其中准入", "Admitted of them", "", BatchCounts.OfMarket::admitted, key(BatchState.ADMITTED), true),
            new Counted(
                    "其中不得入场", "Refused of them", "bad", BatchCounts.OfMarket::refused, key(BatchState.REJECTED), true));

    private final BatchCounts counts;

    ImportCounting(BatchCounts counts) {
        this.counts = counts;
    }

    /** A number, the list it leads to, and whether that is of the day only. */
    private record Counted(
            String zh,
            String en,
            String look,
            ToIntFunction<BatchCounts.OfMarket> count,
            @Nullable String group,
            boolean ofDay) {
        String address(@Nullable String market, int day) {
            return BatchListReading.address(market, group, ofDay ? day : Days.NONE);
        }
    }

    private static String key(BatchState state) {
        return BatchListReading.key(state);
    }

    /** Of all markets. */
    ImportFigures ofDistrict(int day) throws SQLException {
        List<BatchCounts.OfMarket> markets = counts.of(day);
        return new ImportFigures(
                day,
                figures(markets, null, day),
                markets.stream().map(market -> row(market, day)).toList());
    }

    /** Of one market. */
    ImportFigures ofMarket(String id, int day) throws SQLException {
        List<BatchCounts.OfMarket> one = counts.of(day).stream()
                .filter(market -> market.marketId().equals(id))
                .toList();
        return new ImportFigures(day, figures(one, id, day), List.of());
    }

    private static List<ImportFigures.Figure> figures(
            List<BatchCounts.OfMarket> markets, @Nullable String id, int day) {
        return NUMBERS.stream()
                .map(number -> {
                    int count = markets.stream().mapToInt(number.count).sum();
                    String look = count == 0 ? "" : number.look;
                    return new ImportFigures.Figure(
                            new Bilingual(number.zh, number.en), look, count, number.address(id, day));
                })
                .toList();
    }

    private static ImportFigures.Row row(BatchCounts.OfMarket market, int day) {
        return new ImportFigures.Row(
                market.market(),
                BatchListReading.address(market.marketId(), null, Days.NONE),
                NUMBERS.stream()
                        .map(number -> new TodayPage.Linked(
                                number.count.applyAsInt(market),
                                number.address(market.marketId(), day),
                                number.look.equals("bad") && number.count.applyAsInt(market) > 0))
                        .toList());
    }
}
