package org.anxin.table;

import java.util.List;
import org.anxin.text.Bilingual;

/**
 * Rows that leave as a file for people: CSV or XLSX.
 *
 * @param name what the file is called, without its ending; ASCII
 * @param title name of the sheet, at most 31 characters
 * @param columns in order
 * @param rows each with one cell a column: text, or a whole number
 */
public record Table(String name, String title, List<Column> columns, List<List<Object>> rows) {

    /**
     * A column.
     *
     * @param name what programs call it: the heading in CSV
     * @param heading what people call it: the heading in XLSX
     */
    public record Column(String name, Bilingual heading) {
        /** A column. */
        public static Column of(String name, String zh, String en) {
            return new Column(name, new Bilingual(zh, en));
        }
    }

    /**
     * The value of {@code Content-Disposition}. Ids may hold a colon, which file systems do not take in a name.
     *
     * @param ending of the file's name, such as {@code csv}
     */
    public String disposition(String ending) {
        return "attachment; filename=\"" + name.replace(':', '_') + "." + ending + "\"";
    }
}
