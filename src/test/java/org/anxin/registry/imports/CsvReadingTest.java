package org.anxin.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the bytes of a file become rows. */
class CsvReadingTest {
    private static final Intake INTAKE = Intake.open();
    private static final String HEADER = "id,name,type,subdistrict\n";
    private static final Charset GB18030 = Charset.forName("GB18030");

    @AfterAll
    static void close() {
        INTAKE.close();
    }

    @BeforeEach
    void empty() {
        INTAKE.empty("markets, markets_past");
    }

    private static Report markets(String file) {
        return INTAKE.csv(ImportKind.MARKETS, file);
    }

    private static List<String> stored() {
        return INTAKE.rows("select id, name, type, subdistrict from markets order by id");
    }

    private static List<String> mistakes(byte[] file, Charset declared) {
        UnreadableFileException e = catchThrowableOfType(
                UnreadableFileException.class, () -> INTAKE.csv(ImportKind.MARKETS, file, declared));
        return e.mistakes().stream()
                .map(mistake -> mistake.line() + " " + mistake.column() + " " + mistake.code())
                .toList();
    }

    private static List<String> mistakes(String file) {
        return mistakes(file.getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void columnsMayStandInAnyOrder() {
        assertThat(markets("subdistrict, TYPE ,id,name\n西兴街道,FARMERS,M-1,一\n").accepted())
                .isOne();
        assertThat(stored()).containsExactly("(M-1,一,FARMERS,西兴街道)");
    }

    @Test
    void wrongColumnsAreNamedAllAtOnce() {
        assertThat(mistakes("id,nmae,type,type\nM-1,一,FARMERS,FARMERS\n"))
                .containsExactly(
                        "1 nmae UNKNOWN_COLUMN",
                        "1 type DUPLICATE_COLUMN",
                        "1 name MISSING_COLUMN",
                        "1 subdistrict MISSING_COLUMN");
    }

    @Test
    void theNearestKnownColumnIsSuggested() {
        UnreadableFileException e =
                catchThrowableOfType(UnreadableFileException.class, () -> markets("id,nmae,name,type,subdistrict\n"));
        assertThat(e.mistakes().get(0).message().en()).contains("did you mean \"name\"");
    }

    @Test
    void unknownColumnsAreShownShortenedAndEscaped() {
        assertThat(mistakes("\u202E" + "x".repeat(100) + "," + HEADER))
                .containsExactly("1 \\u202E" + "x".repeat(39) + "… UNKNOWN_COLUMN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\r\n", "\uFEFF", "  \n\t\n"})
    void aFileWithoutARowIsNone(String file) {
        assertThat(mistakes(file)).containsExactly("1 null NO_HEADER");
    }

    @Test
    void aHeaderAloneIsAnEmptyFile() {
        assertThat(markets(HEADER)).isEqualTo(new Report(0, 0, List.of(), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, false, false",
        "UTF-8, true, false",
        "UTF-8, false, true",
        "UTF-8, true, true",
        "GB18030, false, false",
        "GB18030, true, false",
        "GB18030, false, true",
        "UTF-16LE, true, false",
        "UTF-16BE, true, false",
        "UTF-16LE, false, true"
    })
    void everyEncodingGivesTheSameRows(String charset, boolean marked, boolean declared) {
        Charset encoding = Charset.forName(charset);
        byte[] file = ((marked ? "\uFEFF" : "") + HEADER + "M-1,滨江𠀀农贸市场,FARMERS,\n").getBytes(encoding);
        assertThat(INTAKE.csv(ImportKind.MARKETS, file, declared ? encoding : null)
                        .accepted())
                .isOne();
        assertThat(stored()).containsExactly("(M-1,滨江𠀀农贸市场,FARMERS,)");
    }

    @Test
    void oneByteAtTheEndDecidesAgainstUtf8() {
        byte[] plain =
                (HEADER + "M-1,x,FARMERS,\n".repeat(20_000) + "M-1,滨江,FARMERS,").getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(plain, plain.length + 1);
        cut[plain.length] = (byte) 0xE4;
        assertThat(mistakes(cut, null)).containsExactly("20002 null BAD_ENCODING");
        byte[] gb = (HEADER + "M-1,x,FARMERS,\n".repeat(20_000) + "M-1,滨江,FARMERS,").getBytes(GB18030);
        INTAKE.csv(ImportKind.MARKETS, gb, null);
        assertThat(stored()).containsExactly("(M-1,滨江,FARMERS,)");
    }

    @Test
    void bytesThatAreNotOfTheNamedEncodingAreRefusedWithTheirLine() {
        byte[] gb = (HEADER + "M-1,x,FARMERS,\r\nM-2,滨江,FARMERS,\n").getBytes(GB18030);
        assertThat(mistakes(gb, StandardCharsets.UTF_8)).containsExactly("3 null BAD_ENCODING");
        assertThat(stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineEndWillDoAndBlankLinesCountAsLinesOnly(String end) {
        String file = "id,name,type,subdistrict|||M-1,一,FARMERS,|  |,,,|M-2,\"二,\"\"三\",FARMERS,|M-3".replace("|", end);
        Report report = markets(file);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.rejected().get(0).line()).isEqualTo(8);
        assertThat(stored()).containsExactly("(M-1,一,FARMERS,)", "(M-2,\"二,\"\"三\",FARMERS,)");
    }

    @Test
    void rowsOfAnotherLengthAreRejectedAndOthersAreNot() {
        Report report = markets(HEADER + "M-1,一,FARMERS\nM-2,二,FARMERS,,\nM-3,三,FARMERS,\n");
        assertThat(report.accepted()).isOne();
        assertThat(report.rejected())
                .extracting(Rejected::line, Rejected::column, row -> row.code().name())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, null, "WRONG_FIELD_COUNT"),
                        org.assertj.core.groups.Tuple.tuple(3L, null, "WRONG_FIELD_COUNT"));
    }

    @Test
    void aRowWithALineBreakInsideQuotesIsRejectedWhereItBegins() {
        Report report = markets(HEADER + "M-1,\"一\n二\",FARMERS,\nM-2,二,FARMERS,\nM-3,三,NONE,\n");
        assertThat(report.accepted()).isOne();
        assertThat(report.rejected()).extracting(Rejected::line).containsExactly(2L, 5L);
        assertThat(report.rejected().get(0).code().name()).isEqualTo("LINE_BREAK");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M-1,一,FARMERS,;M-2,\"二,FARMERS,;M-3,三,FARMERS, | 3 null BAD_QUOTES",
                "M-1,一,FARMERS,;M-2,\"二\"x,FARMERS, | 3 null BAD_QUOTES"
            })
    void aQuoteWithoutEndIsRefusedAndNothingIsStored(String rows, String mistake) {
        assertThat(mistakes(HEADER + rows.replace(';', '\n'))).containsExactly(mistake);
        assertThat(stored()).isEmpty();
    }

    @Test
    void aFieldThatNeverEndsTakesNoMemory() {
        assertThat(mistakes(HEADER + "M-1,\"" + "一\n".repeat(300_000))).containsExactly("2 null BAD_QUOTES");
        Report commas = markets(HEADER + ",".repeat(3_000_000));
        assertThat(commas.rejected()).hasSize(1);
    }

    @Test
    void theFirstHundredRejectedRowsAreListedAndTheOthersCounted() {
        String row = "M-1,一,FARMER,\n";
        Report report = markets(HEADER + row.repeat(250));
        assertThat(report.rejected()).hasSize(100);
        assertThat(report.more()).isEqualTo(150);
        assertThat(report.rejected().get(99).line()).isEqualTo(101);
        assertThat(report.rejected().get(0).message().en()).contains("FARMERS").doesNotContain("FARMER\"");
    }
}
