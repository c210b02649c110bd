package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anxin.table.CsvBytes;
import org.anxin.table.Table;
import org.anxin.table.XlsxBytes;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * A list about a market on one day, as JSON or as a table, page by page. Pages stay right while entries come and go, since
 * each begins after a key.
 *
 * @param name what JSON calls the entries
 * @param title of the sheet, in both languages
 * @param columns of the table
 * @param writing writes an entry as one object
 * @param rows the rows of an entry, of which there may be several
 * @param key of an entry, with a slash between its parts; entries come in its order
 * @param parts how many parts a key has at least
 * @param <T> the kind of entry
 */
record DayList<T>(
        String name,
        String title,
        List<Table.Column> columns,
        Representation.Writing<T> writing,
        Function<T, Stream<List<Object>>> rows,
        Function<T, String> key,
        int parts) {
    private static final int EMPTY_SIZE = 512;
    private static final int ENTRY_SIZE = 512;

    /** A page. */
    private record Page<T>(List<T> entries, @Nullable String next) {}

    /** The answer for a market. */
    Response answer(String marketId, DayQuery query, List<T> all, UriInfo address) {
        Page<T> page = page(query, all);
        Table table = table(marketId, query, page);
        byte[] body = switch (query.format()) {
            case JSON ->
                JsonBytes.of(EMPTY_SIZE + ENTRY_SIZE * page.entries.size(), out -> write(out, marketId, query, page));
            case CSV -> CsvBytes.of(table);
            case XLSX -> XlsxBytes.of(table);
        };
        Response.ResponseBuilder response = Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, query.format().mediaType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Anxin-As-Of", Days.text(query.asOf()))
                .header("Anxin-Ruleset", query.policy().ruleset().id());
        if (query.format() != TableFormat.JSON) {
            response.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    table.disposition(query.format().ending()));
        }
        if (page.next != null) {
            response.links(Link.fromUriBuilder(address.getRequestUriBuilder().replaceQueryParam("after", "{after}"))
                    .rel("next")
                    .build(page.next));
        }
        return response.build();
    }

    private Page<T> page(DayQuery query, List<T> all) {
        String after = query.after();
        if (after != null && after.split("/", -1).length < parts) {
            throw PageQuery.badCursor();
        }
        List<T> following = all.stream()
                .filter(entry -> after == null || KeyOrder.compare(key.apply(entry), after) > 0)
                .limit(query.limit() + 1L)
                .toList();
        List<T> entries = following.subList(0, Math.min(following.size(), query.limit()));
        String next = following.size() > entries.size() ? key.apply(entries.get(entries.size() - 1)) : null;
        return new Page<>(entries, next);
    }

    private void write(JsonGenerator out, String marketId, DayQuery query, Page<T> page) throws IOException {
        out.writeStartObject();
        out.writeStringField("marketId", marketId);
        writeWhen(out, query);
        out.writeArrayFieldStart(name);
        for (T entry : page.entries) {
            writing.write(out, entry);
        }
        out.writeEndArray();
        out.writeStringField("next", page.next);
        out.writeEndObject();
    }

    /** Writes for which day, with what was known when, and by which rules. */
    static void writeWhen(JsonGenerator out, DayQuery query) throws IOException {
        out.writeStringField("asOf", Days.text(query.asOf()));
        out.writeStringField(
                "knownAt", query.knownAt() == null ? null : query.knownAt().toString());
        out.writeStringField("ruleset", query.policy().ruleset().id());
    }

    private Table table(String marketId, DayQuery query, Page<T> page) {
        String day = Days.text(query.asOf());
        return new Table(
                name.toLowerCase(Locale.ROOT) + "_" + marketId + "_" + day,
                title + " " + day,
                columns,
                page.entries.stream().flatMap(rows).toList());
    }
}
