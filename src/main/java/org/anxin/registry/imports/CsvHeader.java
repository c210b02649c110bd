package org.anxin.registry.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anxin.json.ErrorCode;
import org.anxin.json.ShownName;
import org.anxin.json.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a row belongs to which column.
 *
 * @param columns those that the file has, in the kind's own order
 * @param places for each of them the index of its field
 * @param fields how many fields a row has
 */
record CsvHeader(List<Column> columns, int[] places, int fields) {

    /** @throws UnreadableFileException with everything that is wrong with the names */
    static CsvHeader of(@Nullable CsvRow row, ImportKind kind) {
        if (row == null) {
            throw new UnreadableFileException(1, null, ErrorCode.NO_HEADER);
        }
        List<String> names = row.fields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<Rejected> mistakes = new ArrayList<>(unknown(row, names, kind));
        List<Column> columns = new ArrayList<>();
        for (Column column : kind.columns()) {
            if (names.contains(column.name())) {
                columns.add(column);
            } else if (!column.mayLack()) {
                ErrorCode code = ErrorCode.MISSING_COLUMN;
                mistakes.add(new Rejected(row.line(), column.name(), code, code.message()));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new UnreadableFileException(mistakes);
        }
        int[] places = columns.stream()
                .mapToInt(column -> names.indexOf(column.name()))
                .toArray();
        return new CsvHeader(List.copyOf(columns), places, row.count());
    }

    private static List<Rejected> unknown(CsvRow row, List<String> names, ImportKind kind) {
        List<String> known = kind.columns().stream().map(Column::name).toList();
        List<Rejected> mistakes = new ArrayList<>();
        for (int i = 0; i < names.size() && mistakes.size() < Rejections.MOST; i++) {
            String name = names.get(i);
            // Where the first row is somebody already, names of columns are names of people.
            String shown = kind.isPersonal()
                    ? "#" + (i + 1)
                    : ShownName.of(row.fields().get(i).strip());
            if (!known.contains(name)) {
                ErrorCode code = ErrorCode.UNKNOWN_COLUMN;
                mistakes.add(new Rejected(row.line(), shown, code, code.message(Suggestion.of(name, known))));
            } else if (names.indexOf(name) < i) {
                ErrorCode code = ErrorCode.DUPLICATE_COLUMN;
                mistakes.add(new Rejected(row.line(), shown, code, code.message()));
            }
        }
        return mistakes;
    }
}
