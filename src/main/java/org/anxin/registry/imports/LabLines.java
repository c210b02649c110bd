package org.anxin.registry.imports;

import java.io.IOException;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.InputError;
import org.anxin.json.InvalidInputException;
import org.anxin.json.Json;
import org.anxin.json.LineInput;
import org.anxin.registry.imports.Content.Flaw;
import org.anxin.rulebook.Words;
import org.jspecify.annotations.Nullable;

/** Samples of a laboratory, one JSON object a line. A bad line spoils no other. */
record LabLines(Upload upload, Words words, ZoneId zone) implements RowSource {

    @Override
    public List<Column> columns() {
        return ImportKind.SAMPLES.columns();
    }

    @Override
    public void feed(StagedRow row, Rejections rejections) throws IOException, SQLException {
        LineInput lines = new LineInput(upload.bytes(), () -> {});
        while (lines.next()) {
            if (lines.isTooLong()) {
                rejections.add(lines.number(), null, Flaw.of(ErrorCode.LINE_TOO_LONG));
            } else if (!lines.isBlank()) {
                stage(lines, row, rejections);
            }
        }
    }

    private void stage(LineInput lines, StagedRow row, Rejections rejections) throws IOException, SQLException {
        LabSample sample;
        try {
            sample = FactInput.read(Json.parser(lines.bytes(), 0, lines.length()), words, zone, LabSample::read);
        } catch (InvalidInputException e) {
            InputError error = e.errors().get(0);
            rejections.add(lines.number(), member(error.pointer()), new Flaw(error.code(), error::message));
            return;
        }
        sample.stage(lines.number(), row);
        row.end();
    }

    /** The member that a pointer into an object without depth names. */
    private static @Nullable String member(String pointer) {
        return pointer.isEmpty() ? null : pointer.substring(1);
    }
}
