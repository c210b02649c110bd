package org.anxin.registry.imports;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.anxin.json.ErrorCode;
import org.anxin.json.InputError;
import org.anxin.json.InvalidInputException;

/** The samples of one JSON document; their index stands for the line. */
record LabList(LabSample.Document document) implements RowSource {

    @Override
    public List<Column> columns() {
        return ImportKind.SAMPLES.columns();
    }

    @Override
    public void feed(StagedRow row, Rejections rejections) throws SQLException {
        long index = 0;
        for (LabSample sample : document.samples()) {
            sample.stage(index++, row);
            row.end();
        }
    }

    /** @throws InvalidInputException if a sample is of somebody whom nobody registered */
    void requireAll(Report report) {
        List<InputError> errors = new ArrayList<>();
        for (Rejected row : report.rejected()) {
            String of = document.isList() ? "/samples/" + row.line() : "";
            ErrorCode code = row.code();
            errors.add(new InputError(of + "/personId", 0, 0, code, row.message()));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors, Math.toIntExact(report.more()));
        }
    }
}
