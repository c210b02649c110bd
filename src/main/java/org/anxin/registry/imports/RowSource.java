package org.anxin.registry.imports;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Rows to be imported, in order. */
interface RowSource {
    /** The columns that they have. */
    List<Column> columns();

    /**
     * Writes the good ones to {@code row} and the others to {@code rejections}. May be asked again from the start.
     *
     * @throws UnreadableFileException if they are no rows from some place on
     */
    void feed(StagedRow row, Rejections rejections) throws IOException, SQLException;
}
