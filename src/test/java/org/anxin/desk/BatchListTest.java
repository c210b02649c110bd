package org.anxin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.anxin.admission.Document;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Finding batches, and counting them: the numbers are those of the lists. */
class BatchListTest {
    private static final List<String> TYPES =
            List.of("SUPPLIER_LICENCE", "QUARANTINE_CERTIFICATE", "DISINFECTION_CERTIFICATE", "TEST_REPORT");

    private static DeskDistrict district;
    private static BatchList list;

    @BeforeAll
    static void declare() {
        district = DeskDistrict.small();
        list = new BatchList(district.source);
        district.declare(Declarations.of("B-1", "QC-1", 100));
        district.declare(Declarations.with("B-2", Declarations.lots(100), List.of()));
        Document other = Declarations.document(
                "QUARANTINE_CERTIFICATE", "QC-3", null, "樱桃", "CL", null, Declarations.lots(1200));
        district.declare(Declarations.of("B-3", 100, List.of(other)));
        district.declare(Declarations.of("C-4", "QC-4", 5000));
    }

    @AfterAll
    static void close() {
        district.close();
    }

    private static BatchList.Found found(BatchList.Wanted wanted) throws SQLException {
        return list.find(wanted, 0, 50);
    }

    private static List<String> ids(BatchList.Wanted wanted) throws SQLException {
        return found(wanted).rows().stream().map(BatchList.Row::id).toList();
    }

    private static BatchList.Wanted any() {
        return new BatchList.Wanted(Days.NONE, null, null, false, null, TYPES);
    }

    private static BatchList.Wanted in(@Nullable BatchState state, boolean lacking) {
        return new BatchList.Wanted(Days.NONE, "M-11", state, lacking, null, TYPES);
    }

    private static BatchList.Wanted called(String text) {
        return new BatchList.Wanted(Days.NONE, null, null, false, text, TYPES);
    }

    @Test
    void theNewestComesFirstAndPagesGoOn() throws SQLException {
        assertThat(ids(any())).containsExactly("C-4", "B-3", "B-2", "B-1");
        BatchList.Found second = list.find(any(), 3, 2);
        assertThat(second.total()).isEqualTo(4);
        assertThat(second.rows()).extracting(BatchList.Row::id).containsExactly("B-1");
        assertThat(second.rows().get(0).decidedFor()).isEqualTo(Declarations.TODAY);
    }

    @Test
    void batchesAreFoundByTheBeginningOfTheirIdByOperatorAndByTheNumberOfADocument() throws SQLException {
        assertThat(ids(called("B-"))).containsExactly("B-3", "B-2", "B-1");
        assertThat(ids(called("ｑｃ-３"))).containsExactly("B-3");
        assertThat(ids(called("QC-"))).isEmpty();
        assertThat(ids(called("O-1"))).hasSize(4);
        assertThat(ids(called("%"))).isEmpty();
    }

    @Test
    void onlyThoseOfADayAMarketOrAStateAreFound() throws SQLException {
        assertThat(ids(new BatchList.Wanted(Declarations.TODAY, null, null, false, null, TYPES)))
                .hasSize(4);
        assertThat(ids(new BatchList.Wanted(Declarations.TODAY + 1, null, null, false, null, TYPES)))
                .isEmpty();
        assertThat(ids(new BatchList.Wanted(Days.NONE, "M-12", null, false, null, TYPES)))
                .isEmpty();
        assertThat(ids(in(BatchState.REVIEW, false))).containsExactly("B-3");
        assertThat(ids(in(null, true))).containsExactly("B-2");
        assertThat(ids(in(BatchState.REJECTED, false))).containsExactly("C-4", "B-2");
    }

    @Test
    void everyNumberIsThatOfItsList() throws SQLException {
        BatchCounts.OfMarket counts =
                new BatchCounts(district.source).of(Declarations.TODAY).get(0);
        assertThat(counts.marketId()).isEqualTo("M-11");
        assertThat(counts.review()).isEqualTo(ids(in(BatchState.REVIEW, false)).size());
        assertThat(counts.lacking()).isEqualTo(ids(in(null, true)).size());
        assertThat(counts.admitted())
                .isEqualTo(ids(in(BatchState.ADMITTED, false)).size());
        assertThat(counts.refused())
                .isEqualTo(ids(in(BatchState.REJECTED, false)).size());
        assertThat(counts.recalled()).isZero();
        assertThat(counts.decided()).isEqualTo(4);
    }
}
