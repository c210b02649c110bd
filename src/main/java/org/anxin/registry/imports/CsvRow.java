package org.anxin.registry.imports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param line in which it begins, from 1
 * @param fields as they stand, without the quotes around them; the first {@link #MOST} at most
 * @param count how many fields there are
 * @param isBroken whether a line break stands inside quotes
 * @param endsQuoted whether the last field began with a quote
 */
record CsvRow(long line, List<String> fields, int count, boolean isBroken, boolean endsQuoted) {
    /** Most fields that are kept; no kind of file has as many columns. */
    private static final int MOST = 64;

    /** Whether there is nothing in it, as in the rows that spreadsheets leave behind at the end. */
    boolean isBlank() {
        return count <= MOST && fields.stream().allMatch(String::isBlank);
    }

    /** Puts rows together while they are read. */
    static final class Handler extends AbstractBaseCsvCallbackHandler<CsvRow> {
        private List<String> fields = new ArrayList<>();
        private boolean isBroken;
        private boolean endsQuoted;
        private long line = 1;

        /** In which the last row that was looked at begins. */
        long line() {
            return line;
        }

        @Override
        protected void handleBegin(long line) {
            this.line = line;
            fields = new ArrayList<>(fields.size());
            isBroken = false;
            endsQuoted = false;
        }

        @Override
        protected void handleField(int index, char[] chars, int from, int length, boolean quoted) {
            endsQuoted = quoted;
            if (index < MOST) {
                String field = new String(chars, from, length);
                fields.add(field);
                isBroken |= quoted && (field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0);
            }
        }

        @Override
        protected @Nullable CsvRow buildRecord() {
            return new CsvRow(getStartingLineNumber(), fields, getFieldCount(), isBroken, endsQuoted);
        }
    }
}
