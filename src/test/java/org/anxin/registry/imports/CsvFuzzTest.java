package org.anxin.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is sent as a file is rows, or is refused: it never fails otherwise. */
class CsvFuzzTest {
    private static final List<String> PIECES = List.of(
            "id",
            "name",
            "\"",
            "\"\"",
            ",",
            "\n",
            "\r",
            "\r\n",
            " ",
            "\t",
            "一",
            "\uFEFF",
            "\u0000",
            "𠀀",
            ";",
            "x\"y",
            "\"a\nb\"");

    @Provide
    Arbitrary<byte[]> texts() {
        return Arbitraries.of(PIECES)
                .list()
                .ofMaxSize(60)
                .map(pieces -> String.join("", pieces).getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
    }

    @Property(tries = 1500)
    void piecesOfFilesAreRowsOrRefused(@ForAll("texts") byte[] file) throws IOException {
        read(file);
    }

    @Property(tries = 1500)
    void anyBytesAreRowsOrRefused(@ForAll("bytes") byte[] file) throws IOException {
        read(file);
    }

    private static void read(byte[] file) throws IOException {
        try (Upload upload = Upload.of(new ByteArrayInputStream(file), Intake.UPLOADS)) {
            long line = 0;
            try (CsvFile csv = new CsvFile(Encoding.of(upload, null))) {
                for (CsvRow row = csv.next(); row != null; row = csv.next()) {
                    assertThat(row.line()).isGreaterThan(line);
                    assertThat(row.count()).isGreaterThanOrEqualTo(1);
                    line = row.line();
                }
            } catch (UnreadableFileException e) {
                assertThat(e.mistakes()).isNotEmpty().allMatch(mistake -> mistake.line() > 0);
            }
        }
    }

    @Property(tries = 500)
    void quotedFieldsComeBackAsTheyWere(@ForAll("fields") List<String> fields, @ForAll("ends") String end)
            throws IOException {
        StringBuilder file = new StringBuilder("first" + end);
        fields.forEach(field -> file.append('"')
                .append(field.replace("\"", "\"\""))
                .append("\",x")
                .append(end));
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        try (Upload upload = Upload.of(new ByteArrayInputStream(bytes), Intake.UPLOADS);
                CsvFile csv = new CsvFile(Encoding.of(upload, null))) {
            csv.next();
            for (int i = 0; i < fields.size(); i++) {
                CsvRow row = csv.next();
                assertThat(row).isNotNull();
                assertThat(row.fields()).containsExactly(fields.get(i), "x");
                assertThat(row.line()).isEqualTo(i + 2L);
            }
            assertThat(csv.next()).isNull();
        }
    }

    @Provide
    Arbitrary<List<String>> fields() {
        return Arbitraries.of("\"", ",", " ", "一", "a", "𠀀", "'", ";")
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of("\n", "\r", "\r\n");
    }
}
