package org.anxin.registry.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import org.anxin.json.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file (RFC 4180, with any line ends), blank ones left out, in constant memory. */
final class CsvFile implements AutoCloseable {
    /** Longest field in characters; only a quote that is never closed makes longer ones. */
    private static final int LONGEST_FIELD = 1 << 16;

    private final Encoding encoding;
    private final LastCharacter characters;
    private final Iterator<CsvRow> rows;
    private final CsvRow.Handler handler = new CsvRow.Handler();
    private @Nullable CsvRow row;

    CsvFile(Encoding encoding) throws IOException {
        this.encoding = encoding;
        this.characters = new LastCharacter(encoding.characters());
        this.rows = CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .build(handler, characters)
                .iterator();
    }

    /**
     * The next row that is not blank, or null at the end.
     *
     * @throws UnreadableFileException if there is no telling where the row ends, or what its characters are
     */
    @Nullable
    CsvRow next() throws IOException {
        try {
            do {
                CsvRow before = row;
                row = rows.hasNext() ? rows.next() : null;
                if (row == null) {
                    checkEnd(before);
                    return null;
                }
            } while (row.isBlank());
            return row;
        } catch (CsvParseException e) {
            throw new UnreadableFileException(handler.line(), null, ErrorCode.BAD_QUOTES);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw encoding.mistake();
            }
            throw e.getCause();
        }
    }

    /** The reader takes the end of the file for a closing quote; whatever stands after a lost quote would be one field. */
    private void checkEnd(@Nullable CsvRow last) {
        if (last != null && last.endsQuoted() && characters.last != '"') {
            throw new UnreadableFileException(last.line(), null, ErrorCode.BAD_QUOTES);
        }
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }

    /** Remembers the last character that ends no line. */
    private static final class LastCharacter extends FilterReader {
        private int last = -1;

        LastCharacter(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] chars, int from, int length) throws IOException {
            int count = super.read(chars, from, length);
            for (int at = from + count - 1; at >= from; at--) {
                if (chars[at] != '\n' && chars[at] != '\r') {
                    last = chars[at];
                    break;
                }
            }
            return count;
        }
    }
}
