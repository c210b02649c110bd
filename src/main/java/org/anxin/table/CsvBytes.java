package org.anxin.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table as CSV (RFC 4180): always the same bytes for the same rows. Spreadsheets take cells of CSV for formulas and
 * numbers whatever the quotes say, so a cell that one would change begins with an apostrophe.
 */
public final class CsvBytes {
    private static final String FORMULA = "=+-@\t\r";

    /** A spreadsheet shows longer numbers rounded, and keeps 15 digits at most. */
    private static final int LONGEST_NUMBER = 11;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private CsvBytes() {}

    /** The table with one line of headings. */
    public static byte[] of(Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter out = CsvWriter.builder().build(bytes, StandardCharsets.UTF_8)) {
            out.writeRecord(table.columns().stream().map(Table.Column::name).toList());
            for (List<Object> row : table.rows()) {
                out.writeRecord(row.stream().map(CsvBytes::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return marked(bytes.toByteArray());
    }

    /** With a byte order mark where not all is ASCII: spreadsheets take a file without one for GBK or worse. */
    private static byte[] marked(byte[] csv) {
        for (byte one : csv) {
            if (one < 0) {
                byte[] marked = new byte[MARK.length + csv.length];
                System.arraycopy(MARK, 0, marked, 0, MARK.length);
                System.arraycopy(csv, 0, marked, MARK.length, csv.length);
                return marked;
            }
        }
        return csv;
    }

    private static String cell(Object value) {
        String text = value.toString();
        return value instanceof String && isChanged(text) ? "'" + text : text;
    }

    /** Whether a spreadsheet would make something else of it. */
    static boolean isChanged(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 || isLongNumber(text);
    }

    private static boolean isLongNumber(String text) {
        boolean loses = text.length() > LONGEST_NUMBER || text.length() > 1 && text.charAt(0) == '0';
        return loses && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
