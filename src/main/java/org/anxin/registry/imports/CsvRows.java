package org.anxin.registry.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.List;
import org.anxin.json.ErrorCode;
import org.anxin.registry.imports.Content.Flaw;
import org.anxin.registry.imports.Content.Meaning;
import org.jspecify.annotations.Nullable;

/** The rows of an uploaded CSV file, each checked on its own. Of a row with several mistakes the first is reported. */
final class CsvRows implements RowSource {
    private static final String FROM = "from";
    private static final String TO = "to";

    private final Encoding encoding;
    private final Meaning meaning;
    private final CsvHeader header;

    /** A mistake of the row that is being read. */
    private record Mistake(@Nullable String column, Flaw flaw) {}

    /**
     * @param declared the encoding that the sender named; null if none
     * @throws UnreadableFileException if its first row does not name the columns
     */
    CsvRows(Upload upload, @Nullable Charset declared, ImportKind kind, Meaning meaning) throws IOException {
        this.encoding = Encoding.of(upload, declared);
        this.meaning = meaning;
        try (CsvFile file = new CsvFile(encoding)) {
            this.header = CsvHeader.of(file.next(), kind);
        }
    }

    @Override
    public List<Column> columns() {
        return header.columns();
    }

    @Override
    public void feed(StagedRow row, Rejections rejections) throws IOException, SQLException {
        int fields = columns().stream().mapToInt(Column::fields).sum();
        try (CsvFile file = new CsvFile(encoding)) {
            file.next();
            for (CsvRow read = file.next(); read != null; read = file.next()) {
                row.begin(read.line(), fields);
                Mistake mistake = stage(read, row);
                if (mistake == null) {
                    row.end();
                } else {
                    row.undo();
                    rejections.add(read.line(), mistake.column, mistake.flaw);
                }
            }
        }
    }

    private @Nullable Mistake stage(CsvRow read, StagedRow row) {
        List<String> values = read.fields();
        if (read.isBroken()) {
            return new Mistake(null, Flaw.of(ErrorCode.LINE_BREAK));
        }
        if (read.count() != header.fields()) {
            return new Mistake(null, Flaw.of(ErrorCode.WRONG_FIELD_COUNT, read.count(), header.fields()));
        }
        int from = Integer.MIN_VALUE;
        for (int i = 0; i < header.places().length; i++) {
            Column column = columns().get(i);
            String value = values.get(header.places()[i]).strip();
            Flaw flaw =
                    value.isEmpty() ? missing(column, row) : column.content().stage(value, row, meaning);
            if (flaw == null && column.name().equals(FROM)) {
                from = row.latestDay();
            } else if (flaw == null && column.name().equals(TO) && !value.isEmpty() && row.latestDay() < from) {
                flaw = Flaw.of(ErrorCode.TO_BEFORE_FROM);
            }
            if (flaw != null) {
                return new Mistake(column.name(), flaw);
            }
        }
        return null;
    }

    private static @Nullable Flaw missing(Column column, StagedRow row) {
        if (column.isRequired()) {
            return Flaw.of(ErrorCode.REQUIRED);
        }
        row.missing();
        return null;
    }
}
