package org.anxin.desk;

import static org.anxin.desk.Declarations.certificate;
import static org.anxin.desk.DeskDistrict.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anxin.admission.Document;
import org.anxin.admission.Outcome;
import org.anxin.registry.Snapshot;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchFiguresTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final SortedMap<String, Integer> NO_CODES = new TreeMap<>();

    private final DeskDistrict district = DeskDistrict.small();

    @AfterEach
    void close() {
        district.close();
    }

    private BatchFigures on(String day) throws SQLException {
        return Snapshot.of(district.source, connection -> BatchFigures.of(connection, Days.of(day), ZONE));
    }

    private static Document doubtful(String number) {
        return Declarations.document("QUARANTINE_CERTIFICATE", number, null, "樱桃", "CL", null, Declarations.lots(1200));
    }

    @Test
    void eachBatchStandsByItsNewestDecisionOfThatDayAndAsAPersonSettledIt() throws SQLException {
        district.declare(Declarations.of("B-1", "QC-1", 1200));
        district.declare(Declarations.of("B-2", 1200, List.of(doubtful("QC-2"))));
        district.declare(Declarations.of("B-3", 1200, List.of(doubtful("QC-3"))));
        district.declare(Declarations.of("B-4", 1200, List.of(certificate("QC-4", 1000))));
        district.desk.settle("B-3", new AdmissionDesk.Verdict(1, Outcome.REJECT, "名称不符", "local"), batch -> {});
        SortedMap<String, Integer> codes = new TreeMap<>();
        codes.put("GOODS_NAME_DIFFERS", 1);
        codes.put("QUANTITY_EXCEEDED", 1);
        BatchFigures today = new BatchFigures(4, 1, 1, 2, 0, 0, codes);
        assertThat(on("2022-04-07")).isEqualTo(today);
        assertThat(on("2022-04-06")).isEqualTo(new BatchFigures(0, 0, 0, 0, 0, 0, NO_CODES));
        district.desk.decideAgain("B-1", DeskDistrict.on(Days.of("2022-04-09")), batch -> {});
        district.desk.add("B-4", certificate("QC-4", 1200), 0, DeskDistrict.on(Days.of("2022-04-09")), batch -> {});
        assertThat(on("2022-04-08")).isEqualTo(today);
        assertThat(on("2022-04-09").admitted()).isEqualTo(2);
        assertThat(on("2022-04-09").refusedByCode()).containsOnlyKeys("GOODS_NAME_DIFFERS");
    }

    @Test
    void aRecallCountsFromItsDayUntilTheBatchIsDecidedAgain() throws SQLException {
        district.declare(Declarations.of("B-1", "QC-1", 1200));
        district.declare(Declarations.of("B-2", "QC-2", 1200));
        int no = district.falseDocuments
                .find("QUARANTINE_CERTIFICATE", "QC-1", "x", "local")
                .document()
                .no();
        String day = district.value("select (recalled at time zone 'Asia/Shanghai')::date from recalls");
        assertThat(on("2022-04-07")).isEqualTo(new BatchFigures(2, 2, 0, 0, 0, 0, NO_CODES));
        assertThat(on(day)).isEqualTo(new BatchFigures(2, 1, 0, 0, 1, 1, NO_CODES));
        district.falseDocuments.withdraw(no, "x", "local");
        district.desk.decideAgain("B-1", TODAY, batch -> {});
        assertThat(on(day)).isEqualTo(new BatchFigures(2, 2, 0, 0, 0, 1, NO_CODES));
    }
}
