package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.anxin.onboarding.RosterDecisionJson;
import org.anxin.onboarding.Tally;
import org.anxin.readiness.MarketCoverage;
import org.anxin.table.CsvBytes;
import org.anxin.table.Table;
import org.anxin.table.XlsxBytes;
import org.anxin.time.Days;

/**
 * How far markets have come on a day.
 *
 * @param query what was asked
 * @param markets by id
 */
record CoverageAnswer(DayQuery query, List<MarketCoverage> markets) {
    private static final int SIZE = 512;
    private static final List<Table.Column> COLUMNS = Stream.concat(
                    Stream.of(
                            Table.Column.of("market_id", "市场编号", "Market"),
                            Table.Column.of("market_type", "市场类型", "Type")),
                    Stream.concat(columns("operators", "经营户", "Operators"), columns("people", "人员", "People")))
            .toList();

    private static Stream<Table.Column> columns(String of, String zh, String en) {
        return Stream.of(
                Table.Column.of(of + "_registered", zh + "登记", en + " registered"),
                Table.Column.of(of + "_current", zh + "在册", en + " current"),
                Table.Column.of(of + "_activated", zh + "已激活", en + " activated"),
                Table.Column.of(of + "_signed", zh + "已签订", en + " signed"),
                Table.Column.of(of + "_outdated", zh + "待重签", en + " outdated"),
                Table.Column.of(of + "_ready", zh + "可经营", en + " ready"));
    }

    /** In the format asked for. */
    Response response() {
        byte[] body = switch (query.format()) {
            case JSON -> JsonBytes.of(SIZE + SIZE * markets.size(), this::write);
            case CSV -> CsvBytes.of(table());
            case XLSX -> XlsxBytes.of(table());
        };
        Response.ResponseBuilder response = Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, query.format().mediaType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Anxin-Ruleset", query.policy().ruleset().id());
        if (query.format() != TableFormat.JSON) {
            response.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    table().disposition(query.format().ending()));
        }
        return response.build();
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        DayList.writeWhen(out, query);
        out.writeArrayFieldStart("markets");
        for (MarketCoverage market : markets) {
            out.writeStartObject();
            out.writeStringField("marketId", market.marketId());
            out.writeStringField("marketType", market.marketType());
            RosterDecisionJson.write(out, "operators", market.operators());
            RosterDecisionJson.write(out, "people", market.people());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private Table table() {
        String day = Days.text(query.asOf());
        return new Table(
                "coverage_" + day,
                "覆盖情况 coverage " + day,
                COLUMNS,
                markets.stream().map(CoverageAnswer::row).toList());
    }

    private static List<Object> row(MarketCoverage market) {
        return Stream.of(
                        Stream.<Object>of(market.marketId(), market.marketType()),
                        numbers(market.operators()),
                        numbers(market.people()))
                .flatMap(cells -> cells)
                .toList();
    }

    private static Stream<Object> numbers(Tally tally) {
        return Stream.of(
                tally.registered(),
                tally.current(),
                tally.activated(),
                tally.signed(),
                tally.outdated(),
                tally.ready());
    }
}
