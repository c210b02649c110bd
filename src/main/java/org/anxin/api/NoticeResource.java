package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.anxin.notices.Inbox;
import org.anxin.notices.StoredNotice;
import org.anxin.registry.Markets;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/notices}: what markets and subdistricts are told, for whoever fetches it. */
@Path("/api/v1/notices")
public class NoticeResource {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Inbox inbox;
    private final Markets markets;

    NoticeResource(Inbox inbox, Markets markets) {
        this.inbox = inbox;
        this.markets = markets;
    }

    /** Notices in their order, after the last one that was seen. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest http) throws SQLException {
        PageQuery query = PageQuery.of(http, "market", "subdistrict");
        String market = query.given().reference("market", markets::has);
        String subdistrict = query.given().text("subdistrict");
        List<StoredNotice> page = inbox.page(market, subdistrict, after(query.after()), query.limit() + 1);
        boolean more = page.size() > query.limit();
        List<StoredNotice> shown = more ? page.subList(0, query.limit()) : page;
        return Answers.json(Response.ok(), out -> write(out, shown, more));
    }

    private static long after(String cursor) {
        if (!cursor.isEmpty() && !NUMBER.matcher(cursor).matches()) {
            throw PageQuery.badCursor();
        }
        return cursor.isEmpty() ? 0 : Long.parseLong(cursor);
    }

    private static void write(JsonGenerator out, List<StoredNotice> page, boolean more) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("items");
        for (StoredNotice notice : page) {
            write(out, notice);
        }
        out.writeEndArray();
        out.writeStringField("next", more ? cursor(page.get(page.size() - 1)) : null);
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, StoredNotice notice) throws IOException {
        out.writeStartObject();
        out.writeStringField("cursor", cursor(notice));
        out.writeStringField("id", notice.id());
        out.writeStringField("type", notice.type());
        out.writeStringField("marketId", notice.marketId());
        out.writeStringField("subdistrict", notice.subdistrict());
        out.writeStringField("time", notice.noted().toString());
        out.writeStringField("delivered", text(notice.delivered()));
        out.writeFieldName("notice");
        out.writeRawValue(notice.data());
        out.writeEndObject();
    }

    private static String cursor(StoredNotice notice) {
        return Long.toString(notice.no());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
