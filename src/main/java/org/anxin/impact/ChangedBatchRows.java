package org.anxin.impact;

import java.sql.Connection;
import java.sql.SQLException;
import org.anxin.sweep.BinaryRows;

/** Rows of {@code impact_batches} that are about to be written. */
final class ChangedBatchRows {
    private static final String INTO = "impact_batches";

    private final Impact run;
    private final BinaryRows rows = new BinaryRows();

    ChangedBatchRows(Impact run) {
        this.run = run;
    }

    void add(ChangedBatch batch) {
        rows.row(15);
        rows.bigint(run.no());
        rows.day(batch.day());
        rows.bigint(batch.no());
        rows.text(batch.change().name());
        rows.text(batch.market());
        add(batch.before());
        add(batch.after());
    }

    private void add(BatchSide side) {
        rows.text(side.outcome());
        rows.text(side.findings());
        rows.texts(side.codes(), ' ');
        rows.texts(side.rules(), ' ');
        rows.text(side.code());
    }

    /** Writes them. */
    void write(Connection connection) throws SQLException {
        rows.copy(connection, INTO);
    }
}
