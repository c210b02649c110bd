package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.anxin.impact.BatchSide;
import org.anxin.impact.ChangedBatch;
import org.anxin.impact.ChangedBatchJson;
import org.anxin.impact.Impact;
import org.anxin.table.CsvBytes;
import org.anxin.table.Table;
import org.anxin.table.XlsxBytes;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * A page of the batches that other rules would decide otherwise.
 *
 * @param batches those on this page
 * @param next the value of {@code after} for the next page; null on the last one
 */
record ChangedBatchesAnswer(
        Impact impact, List<ChangedBatch> batches, @Nullable String next) {
    private static final int EMPTY_SIZE = 256;
    private static final int BATCH_SIZE = 512;

    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("date", "日期", "Date"),
            Table.Column.of("batch_id", "批次编号", "Batch"),
            Table.Column.of("market_id", "市场编号", "Market"),
            Table.Column.of("change", "变化", "Change"),
            Table.Column.of("before_outcome", "原结论", "Outcome before"),
            Table.Column.of("before_findings", "原问题", "Findings before"),
            Table.Column.of("before_rules", "原依据规则", "Rules before"),
            Table.Column.of("before_undecidable", "原无法判定的原因", "Undecidable before"),
            Table.Column.of("after_outcome", "新结论", "Outcome after"),
            Table.Column.of("after_findings", "新问题", "Findings after"),
            Table.Column.of("after_rules", "新依据规则", "Rules after"),
            Table.Column.of("after_undecidable", "新无法判定的原因", "Undecidable after"));

    /** In this format. */
    byte[] bytes(TableFormat format) {
        return switch (format) {
            case JSON -> JsonBytes.of(EMPTY_SIZE + BATCH_SIZE * batches.size(), this::write);
            case CSV -> CsvBytes.of(table());
            case XLSX -> XlsxBytes.of(table());
        };
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("impact", impact.id());
        out.writeArrayFieldStart("batches");
        for (ChangedBatch batch : batches) {
            ChangedBatchJson.write(out, batch);
        }
        out.writeEndArray();
        out.writeStringField("next", next);
        out.writeEndObject();
    }

    /** As rows for people. */
    Table table() {
        return new Table(
                "impact_batches_" + impact.id(),
                "批次 batches " + impact.id(),
                COLUMNS,
                batches.stream().map(ChangedBatchesAnswer::row).toList());
    }

    private static List<Object> row(ChangedBatch batch) {
        BatchSide before = batch.before();
        BatchSide after = batch.after();
        return List.of(
                Days.text(batch.day()),
                batch.batchId(),
                batch.market(),
                batch.change().name(),
                before.outcome(),
                before.codes(),
                before.rules(),
                before.code(),
                after.outcome(),
                after.codes(),
                after.rules(),
                after.code());
    }
}
