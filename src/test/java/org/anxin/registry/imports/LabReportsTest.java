package org.anxin.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.anxin.json.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Samples that laboratories send. */
class LabReportsTest {
    private static final Intake INTAKE = Intake.open();
    private static final LabReports REPORTS =
            new LabReports(INTAKE.database().dataSource(), Clock.system(ZoneId.of("Asia/Shanghai")), INTAKE.refresh());
    private static final String ONE =
            "{\"personId\":\"P-1\",\"takenAt\":\"2022-03-01T08:00:00+08:00\",\"result\":\"PENDING\",\"laboratory\":\"甲\"}";

    private final Intake intake = INTAKE.begunAnew();

    @AfterAll
    static void close() {
        INTAKE.close();
    }

    private static byte[] text(Report report) {
        return (report.accepted() + " " + report.unchanged() + " "
                        + report.rejected().stream()
                                .map(row -> row.line() + ":" + row.column() + ":" + row.code())
                                .toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String document(String body, @Nullable Once once) {
        try {
            byte[] answer = REPORTS.storeDocument(
                    body.getBytes(StandardCharsets.UTF_8), Intake.WORDS, once, LabReportsTest::text);
            return new String(answer, StandardCharsets.UTF_8);
        } catch (IOException | SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String lines(String body) throws IOException, SQLException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (Upload upload = Upload.of(new ByteArrayInputStream(bytes), Intake.UPLOADS)) {
            byte[] answer = REPORTS.storeLines(upload, Intake.WORDS, null, LabReportsTest::text);
            return new String(answer, StandardCharsets.UTF_8);
        }
    }

    private static List<String> mistakes(String body) {
        InvalidInputException e = catchThrowableOfType(InvalidInputException.class, () -> document(body, null));
        return e.errors().stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }

    private static Once once(String key, String request) {
        return new Once(key, request.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSampleAloneOrInAListIsStored() {
        assertThat(document(ONE, null)).isEqualTo("1 0 []");
        assertThat(document("{\"samples\":[" + ONE + "," + ONE.replace("PENDING", "NEGATIVE") + "]}", null))
                .isEqualTo("1 1 []");
        assertThat(intake.rows("select taken_on, result, laboratory from samples"))
                .containsExactly("(2022-03-01,NEGATIVE,甲)");
        assertThat(document("{\"samples\":[]}", null)).isEqualTo("0 0 []");
    }

    @Test
    void everyMistakeOfADocumentIsReportedAndNothingIsStored() {
        assertThat(mistakes("{\"samples\":[" + ONE
                        + ",{\"personId\":\"P 1\",\"takenAt\":\"2022-02-30\",\"result\":\"阴性\",\"lab\":1},{}]}"))
                .containsExactly(
                        "/samples/1/personId BAD_ID",
                        "/samples/1/takenAt IMPOSSIBLE_DATE",
                        "/samples/1/result UNDECLARED_WORD",
                        "/samples/1/lab UNKNOWN_FIELD",
                        "/samples/2/personId REQUIRED",
                        "/samples/2/takenAt REQUIRED",
                        "/samples/2/result REQUIRED");
        assertThat(mistakes("{}")).containsExactly("/personId REQUIRED", "/takenAt REQUIRED", "/result REQUIRED");
        assertThat(mistakes("{\"samples\":[],\"personId\":\"P-1\"}")).containsExactly(" SAMPLES_OR_SAMPLE");
        assertThat(mistakes("{\"samples\":[" + ONE + "," + ONE.replace("P-1", "P-9") + "]}"))
                .containsExactly("/samples/1/personId UNKNOWN_REFERENCE");
        assertThat(mistakes(ONE.replace("P-1", "P-9"))).containsExactly("/personId UNKNOWN_REFERENCE");
        assertThat(intake.count("samples")).isZero();
    }

    @Test
    void aBadLineSpoilsNoOther() throws Exception {
        assertThat(lines(ONE + "\n\n{\n" + ONE.replace("P-1", "P-9") + "\r\n" + ONE.replace("+08:00", "") + "\n"
                        + ONE.replace("P-1", "P-2")))
                .isEqualTo("2 0 [3:null:ENDS_EARLY, 4:personId:UNKNOWN_REFERENCE, 5:takenAt:OFFSET_MISSING]");
        assertThat(intake.count("samples")).isEqualTo(2);
    }

    @Test
    void aRepeatedRequestIsAnsweredAndNotDoneAgain() {
        assertThat(document(ONE, once("k", "a"))).isEqualTo("1 0 []");
        intake.execute("update samples set result = 'NEGATIVE'");
        assertThat(document(ONE, once("k", "a"))).isEqualTo("1 0 []");
        assertThat(intake.rows("select result from samples")).containsExactly("(NEGATIVE)");
        assertThat(document(ONE, once("other", "a"))).isEqualTo("1 0 []");
        assertThat(intake.rows("select result from samples")).containsExactly("(PENDING)");
    }

    @Test
    void aKeyStandsForOneRequest() {
        document(ONE, once("k", "a"));
        assertThatThrownBy(() -> document(ONE, once("k", "b"))).isInstanceOf(Once.KeyReusedException.class);
    }

    @Test
    void aKeyOfARequestThatFailedIsFree() {
        assertThatThrownBy(() -> document(ONE.replace("P-1", "P-9"), once("k", "a")))
                .isInstanceOf(InvalidInputException.class);
        assertThat(document(ONE, once("k", "b"))).isEqualTo("1 0 []");
    }

    @Test
    void twoThatComeAtOnceAreOne() {
        List<CompletableFuture<String>> answers = List.of(
                CompletableFuture.supplyAsync(() -> document(ONE, once("k", "a"))),
                CompletableFuture.supplyAsync(() -> document(ONE, once("k", "a"))));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo("1 0 []"));
    }

    @Test
    void answersAreKeptForADay() {
        document(ONE, once("old", "a"));
        document(ONE, once("young", "a"));
        intake.execute("update idempotency set answered = now() - interval '24 hours 1 second' where key = 'old'");
        intake.execute("update idempotency set answered = now() - interval '23 hours' where key = 'young'");
        document(ONE, once("k", "a"));
        assertThat(intake.rows("select key from idempotency order by key")).containsExactly("(k)", "(young)");
    }
}
