package org.anxin.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as XLSX: texts are cells of text, whatever they look like, and the same rows are the same bytes. */
public final class XlsxBytes {
    private static final double WIDTH = 24;

    /** The number format of a cell that stays text when someone edits it. */
    private static final String TEXT = "@";

    private static final String PROPERTIES = "docProps/core.xml";
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 1, 1, 0, 0);

    private XlsxBytes() {}

    /** The table as a workbook of one sheet, with headings in both languages. */
    public static byte[] of(Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (Workbook book = new Workbook(bytes, "Anxin", "1.0")) {
                Worksheet sheet = book.newWorksheet(table.title());
                head(sheet, table.columns());
                for (int row = 0; row < table.rows().size(); row++) {
                    write(sheet, row + 1, table.rows().get(row));
                }
            }
            return withoutTime(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private static void head(Worksheet sheet, List<Table.Column> columns) {
        for (int column = 0; column < columns.size(); column++) {
            Table.Column one = columns.get(column);
            sheet.value(0, column, one.heading().zh() + " " + one.heading().en());
            sheet.style(0, column).bold().set();
            sheet.width(column, WIDTH);
        }
        sheet.freezePane(0, 1);
    }

    private static void write(Worksheet sheet, int row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Integer number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, cells.get(column).toString());
                sheet.style(row, column).format(TEXT).set();
            }
        }
    }

    /**
     * The library notes when it wrote; a list that was issued once is the same file whenever it is asked for. It also writes
     * sizes in a way that simple readers of archives do not know, so those are written anew too.
     */
    private static byte[] withoutTime(byte[] written) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(written.length);
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(written))
                        .get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(BEGINNING);
                out.putNextEntry(copy);
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.write(entry.getName().equals(PROPERTIES) ? undated(content) : content);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] undated(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
