package org.anxin.lake;

import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of a table without nested columns: a {@link Long}, a day as an {@link Integer}, a text, or null for each column.
 * A day that is none, or open, is null.
 */
final class RowWriting extends FactWriting<@Nullable Object[]> {
    RowWriting(MessageType schema) {
        super(schema);
    }

    @Override
    void fields(@Nullable Object[] row) {
        for (int i = 0; i < row.length; i++) {
            field(i, row[i]);
        }
    }
}
