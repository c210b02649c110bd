package org.anxin.registry.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.anxin.personal.PersonalField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How rows become stored facts. */
class MergeTest {
    private static final String SAMPLES = "person_id,taken_at,result,laboratory\n";
    private static final String ASSIGNMENTS = "person_id,market_id,category,from,operator_id,to\n";
    private static final String PEOPLE = "id,name,id_number,phone\n";

    private static final Intake INTAKE = Intake.open();

    private final Intake intake = INTAKE.begunAnew();

    @AfterAll
    static void close() {
        INTAKE.close();
    }

    private Report samples(String rows) {
        return intake.csv(ImportKind.SAMPLES, SAMPLES + rows);
    }

    private static void assertCounts(Report report, long accepted, long unchanged, int rejected) {
        assertThat(List.of(report.accepted(), report.unchanged(), (long)
                        report.rejected().size()))
                .containsExactly(accepted, unchanged, (long) rejected);
    }

    private static String only(Report report) {
        assertThat(report.rejected()).hasSize(1);
        Rejected row = report.rejected().get(0);
        return row.line() + " " + row.column() + " " + row.code();
    }

    @Test
    void theLastRowOfAKeyWinsAndTheOthersAreUnchanged() {
        String rows = "P-1,2022-03-01,PENDING,甲\nP-1,2022-03-01,NEGATIVE,乙\nP-2,2022-03-01,PENDING,\n";
        assertCounts(samples(rows), 2, 1, 0);
        assertThat(intake.rows("select person_no, result, laboratory from samples order by 1"))
                .containsExactly("(1,NEGATIVE,乙)", "(2,PENDING,)");
        assertCounts(samples(rows), 0, 3, 0);
        assertThat(intake.count("samples_past")).isZero();
    }

    @Test
    void aLaterResultReplacesAnEarlierOneAndTheHistoryIsKept() {
        assertCounts(samples("P-1,2022-03-01T08:00:00+08:00,PENDING,甲\n"), 1, 0, 0);
        assertCounts(
                samples("P-1,2022-03-01T00:00:00Z,NEGATIVE,甲\nP-1,2022-03-01T08:00:00+08:00,NEGATIVE,甲\n"), 1, 1, 0);
        assertThat(intake.rows("select result from samples")).containsExactly("(NEGATIVE)");
        assertThat(intake.rows("""
                select past.result, past.known_to = now.known_from as meets from samples_past past, samples now""")).containsExactly("(PENDING,t)");
    }

    @Test
    void whatIsStoredAlreadyIsNotWrittenAgain() {
        String file = "P-1,2022-03-01,NEGATIVE,甲\nP-2,2022-03-02T09:00:00+08:00,PENDING,\n";
        samples(file);
        List<String> before = intake.rows("select *, xmin, xmax, ctid from samples order by person_no");
        assertCounts(samples(file), 0, 2, 0);
        assertThat(intake.rows("select *, xmin, xmax, ctid from samples order by person_no"))
                .isEqualTo(before);
    }

    @Test
    void aBareDayIsASampleOfItsOwnBesideTheTimesOfThatDay() {
        assertCounts(
                samples(
                        "P-1,2022-03-01,NEGATIVE,\nP-1,2022-03-01T00:00:00+08:00,PENDING,\n"
                                + "P-1,2022-03-01T00:00:00.0000019+08:00,PENDING,\nP-1,2022-03-01T00:00:00.000001+08:00,INVALID,\n"),
                3,
                1,
                0);
        assertThat(intake.rows("select taken_on, taken_at at time zone 'utc' as utc, result from samples order by 2"))
                .containsExactly(
                        "(2022-03-01,\"2022-02-28 16:00:00\",PENDING)",
                        "(2022-03-01,\"2022-02-28 16:00:00.000001\",INVALID)",
                        "(2022-03-01,,NEGATIVE)");
    }

    @ParameterizedTest
    @CsvSource({
        "2022-04-01T01:30:00+08:00, 2022-04-01",
        "2022-03-31T23:59:59.999999999+08:00, 2022-03-31",
        "2022-03-31T16:00:00Z, 2022-04-01",
        "1999-12-31T10:00:00-08:00, 2000-01-01",
        "2000-01-01, 2000-01-01",
        "1999-12-31, 1999-12-31",
        "2100-01-01, 2100-01-01",
        "1900-01-01, 1900-01-01",
        "2999-12-31, 2999-12-31"
    })
    void aSampleCountsForTheCivilDayOnWhichItWasTaken(String takenAt, String day) {
        assertCounts(samples("P-1," + takenAt + ",NEGATIVE,\n"), 1, 0, 0);
        assertThat(intake.rows("select taken_on from samples")).containsExactly("(" + day + ")");
        assertCounts(samples("P-1," + takenAt + ",NEGATIVE,\n"), 0, 1, 0);
    }

    @Test
    void everyMonthHasItsPartitionAndMistypedPeopleMakeNone() {
        samples("P-1,2022-03-01,NEGATIVE,\nP-1,2023-05-01,NEGATIVE,\nP-X,2024-01-01,NEGATIVE,\n");
        assertThat(intake.rows("select to_regclass('samples_2022_03') is null, to_regclass('samples_2023_05') is null,"
                        + " to_regclass('samples_2024_01') is null"))
                .containsExactly("(f,f,t)");
        assertThat(intake.count("samples_other")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P-1,,NEGATIVE, | taken_at REQUIRED",
                ",2022-03-01,NEGATIVE, | person_id REQUIRED",
                "P-1,2022-03-01,, | result REQUIRED",
                "P-1,2022-03-01,阴性, | result UNDECLARED_WORD",
                "P-1,2022-02-29,NEGATIVE, | taken_at IMPOSSIBLE_DATE",
                "P-1,2022-03-01T08:00:00,NEGATIVE, | taken_at OFFSET_MISSING",
                "P-1,2022-03-01T24:00:00Z,NEGATIVE, | taken_at IMPOSSIBLE_DATE",
                "P-1,1899-12-31,NEGATIVE, | taken_at DATE_OUT_OF_RANGE",
                "P-1,yesterday,NEGATIVE, | taken_at BAD_TIME",
                "P 1,2022-03-01,NEGATIVE, | person_id BAD_ID",
                "P-1,2022-03-01,NEGATIVE,a\u0007b | laboratory BAD_TEXT",
                "P-9,2022-03-01,NEGATIVE, | person_id UNKNOWN_REFERENCE"
            })
    void aSampleThatIsNoneIsRejected(String row, String why) {
        Report report = samples("P-2,2022-03-01,NEGATIVE,\n" + row + "\n");
        assertThat(only(report)).isEqualTo("3 " + why);
        assertThat(report.rejected().get(0).message().zh()).doesNotContain("阴性", "P-9");
        assertThat(intake.count("samples")).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P-9,M-1,STAFF,2022-03-01,, | person_id UNKNOWN_REFERENCE",
                "P-1,M-9,STAFF,2022-03-01,, | market_id UNKNOWN_REFERENCE",
                "P-1,M-1,STAFF,2022-03-01,O-9, | operator_id UNKNOWN_REFERENCE",
                "P-1,M-1,STAF,2022-03-01,, | category UNDECLARED_WORD",
                "P-1,M-1,STAFF,2022-03-02,,2022-03-01 | to TO_BEFORE_FROM",
                "P-1,M-1,STAFF,2022-3-1,, | from BAD_DATE"
            })
    void anAssignmentThatIsNoneIsRejected(String row, String why) {
        assertThat(only(intake.csv(ImportKind.ASSIGNMENTS, ASSIGNMENTS + row + "\n")))
                .isEqualTo("2 " + why);
    }

    @Test
    void anAssignmentKeepsItsKeyAndChangesTheRest() {
        assertCounts(intake.csv(ImportKind.ASSIGNMENTS, ASSIGNMENTS + "P-1,M-1,STAFF,2022-03-01,,\n"), 1, 0, 0);
        assertCounts(
                intake.csv(ImportKind.ASSIGNMENTS, ASSIGNMENTS + "P-1,M-1,STAFF,2022-03-01,O-1,2022-03-01\n"), 1, 0, 0);
        assertThat(intake.rows("select operator_no, to_on from assignments")).containsExactly("(1,2022-03-01)");
        assertThat(intake.count("assignments_past")).isOne();
    }

    @ParameterizedTest
    @CsvSource({"true, t", "TRUE, t", "是, t", "false, f", "False, f", "否, f", "'', f"})
    void spreadsheetsWriteTruthInCapitals(String value, String stored) {
        intake.csv(
                ImportKind.OPERATORS,
                "id,market_id,name,sells_imported,activated_on,letter_signed_on\nO-2,M-1,乙," + value + ",,\n");
        assertThat(intake.rows("select sells_imported from operators where id = 'O-2'"))
                .containsExactly("(" + stored + ")");
    }

    @Test
    void aFlagThatIsNoneIsRejected() {
        Report report = intake.csv(
                ImportKind.OPERATORS,
                "id,market_id,name,sells_imported,activated_on,letter_signed_on\nO-2,M-1,乙,yes,,\n");
        assertThat(only(report)).isEqualTo("2 sells_imported WRONG_TYPE");
    }

    @Test
    void aFileWithoutReleasesLeavesThemAloneAndAnEmptyFieldTakesThemBack() {
        intake.csv(ImportKind.PEOPLE, "id,name,id_number,phone,released_on\nP-1,,,,2022-03-05\n");
        assertCounts(intake.csv(ImportKind.PEOPLE, PEOPLE + "P-1,,,\nP-2,李,,\n"), 1, 1, 0);
        assertThat(intake.rows("select released_on from people order by id")).containsExactly("(2022-03-05)", "()");
        assertCounts(intake.csv(ImportKind.PEOPLE, "id,name,id_number,phone,released_on\nP-1,,,,\n"), 1, 0, 0);
        assertThat(intake.rows("select released_on from people order by id")).containsExactly("()", "()");
    }

    @Test
    void sendingPeopleAgainUsesUpNoNumbers() {
        intake.csv(ImportKind.PEOPLE, PEOPLE + "P-1,,,\nP-2,,,\n".repeat(50));
        intake.csv(ImportKind.PEOPLE, PEOPLE + "P-3,,,\n");
        assertThat(intake.rows("select no from people where id = 'P-3'")).containsExactly("(3)");
    }

    @Test
    void spaceAroundValuesIsNoPartOfThem() {
        assertCounts(intake.csv(ImportKind.PEOPLE, PEOPLE + " P-1 ,\u3000张 三 ,,\"  \"\n"), 1, 0, 0);
        assertThat(intake.rows("select phone from people where id = 'P-1'")).containsExactly("()");
        assertThat(intake.opened(PersonalField.NAME, "P-1")).isEqualTo("张 三");
    }

    @Test
    void whatTellsWhoSomebodyIsIsStoredSealedAndComparedAsItIs() {
        String file = PEOPLE + "P-1,王小明,33010819900101123X,13800000001\nP-3,王小明,,\n";
        assertCounts(intake.csv(ImportKind.PEOPLE, file), 2, 0, 0);
        assertCounts(intake.csv(ImportKind.PEOPLE, file), 0, 2, 0);
        assertThat(intake.rows("select * from people").toString())
                .contains("P-3")
                .doesNotContain(
                        "王小明",
                        "33010819900101123X",
                        "13800000001",
                        HexFormat.of().formatHex("王小明".getBytes(UTF_8)));
        assertThat(intake.opened(PersonalField.ID_NUMBER, "P-1")).isEqualTo("33010819900101123X");
        assertCounts(intake.csv(ImportKind.PEOPLE, file.replace("001\n", "002\n")), 1, 1, 0);
        assertThat(intake.opened(PersonalField.PHONE, "P-1")).isEqualTo("13800000002");
    }

    @Test
    void packedSamplesFollow() throws Exception {
        samples("P-1,2022-03-01,NEGATIVE,\n");
        intake.refresh().now();
        assertThat(intake.count("sample_changes")).isZero();
        assertThat(intake.rows("select person_no, length(packed) from sampled")).containsExactly("(1,4)");
    }

    @Test
    void anEmptyRegistryIsFilledOnce() throws Exception {
        try (Intake empty = Intake.open()) {
            assertThat(empty.fillWithDemo()).isTrue();
            assertThat(empty.count("people")).isEqualTo(2064);
            assertThat(empty.fillWithDemo()).isFalse();
            for (ImportKind kind : Intake.DEMO_KINDS) {
                assertThat(empty.csv(kind, Intake.demo(kind), null).accepted()).isZero();
            }
        }
    }
}
