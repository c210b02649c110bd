package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anxin.impact.Forecast;
import org.anxin.json.JsonOutput;
import org.anxin.table.CsvBytes;
import org.anxin.table.Table;
import org.anxin.table.XlsxBytes;
import org.anxin.time.Days;

/** A demand forecast as JSON, or as rows of market, day and people. */
record ForecastAnswer(Forecast forecast) {
    private static final SerializableString FROM = new SerializedString("from");
    private static final SerializableString TO = new SerializedString("to");
    private static final SerializableString DATE = new SerializedString("date");
    private static final int EMPTY_SIZE = 256;
    private static final int DAY_SIZE = 40;

    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("market_id", "市场编号", "Market"),
            Table.Column.of("date", "日期", "Date"),
            Table.Column.of("people", "应采样人数", "People to be sampled"));

    /** In this format. */
    byte[] bytes(TableFormat format) {
        int days = (forecast.markets().size() + 1) * forecast.total().length;
        return switch (format) {
            case JSON -> JsonBytes.of(EMPTY_SIZE + days * DAY_SIZE, this::write);
            case CSV -> CsvBytes.of(table());
            case XLSX -> XlsxBytes.of(table());
        };
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        JsonOutput.day(out, FROM, forecast.from());
        JsonOutput.day(out, TO, forecast.to());
        out.writeStringField("ruleset", forecast.ruleset());
        out.writeArrayFieldStart("markets");
        for (Map.Entry<String, int[]> market : forecast.markets().entrySet()) {
            out.writeStartObject();
            out.writeStringField("marketId", market.getKey());
            writeDays(out, "days", market.getValue());
            out.writeEndObject();
        }
        out.writeEndArray();
        writeDays(out, "total", forecast.total());
        out.writeNumberField("undecided", forecast.undecided());
        out.writeEndObject();
    }

    private void writeDays(JsonGenerator out, String name, int[] people) throws IOException {
        out.writeArrayFieldStart(name);
        for (int i = 0; i < people.length; i++) {
            out.writeStartObject();
            JsonOutput.day(out, DATE, forecast.from() + i);
            out.writeNumberField("people", people[i]);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** As rows for people. */
    Table table() {
        List<List<Object>> rows = new ArrayList<>();
        forecast.markets().forEach((marketId, people) -> {
            for (int i = 0; i < people.length; i++) {
                rows.add(List.of(marketId, Days.text(forecast.from() + i), people[i]));
            }
        });
        String days = Days.text(forecast.from()) + "_" + Days.text(forecast.to());
        return new Table("forecast_" + days, "采样需求 demand", COLUMNS, rows);
    }
}
