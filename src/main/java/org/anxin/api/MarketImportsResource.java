package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anxin.onboarding.Roster;
import org.anxin.onboarding.Span;
import org.anxin.readiness.ImportOperator;
import org.anxin.readiness.ImportOperators;
import org.anxin.readiness.Readiness;
import org.anxin.table.Table;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/markets/{id}/imported-goods}: the two lists (两张清单) of a market with the roster of contacts. */
@Path("/api/v1/markets/{id}/imported-goods")
public class MarketImportsResource {
    private static final DayList<ImportOperator> LIST = new DayList<>(
            "operators",
            "两张清单 lists",
            List.of(
                    Table.Column.of("list", "清单", "List"),
                    Table.Column.of("operator_id", "经营户编号", "Operator"),
                    Table.Column.of("goods", "进口商品种类", "Goods"),
                    Table.Column.of("person_id", "接触人员编号", "Contact"),
                    Table.Column.of("contact", "接触方式", "Kind of contact"),
                    Table.Column.of("from", "起", "From"),
                    Table.Column.of("to", "止", "To")),
            MarketImportsResource::write,
            MarketImportsResource::rows,
            ImportOperator::operatorId,
            1);

    private final Readiness readiness;
    private final DayQuery.Reader queries;

    MarketImportsResource(Readiness readiness, DayQuery.Reader queries) {
        this.readiness = readiness;
        this.queries = queries;
    }

    /** Operators by id that are on either list or have contacts. */
    @GET
    @Blocking
    public Response get(@PathParam("id") String id, @Context RoutingContext routing, @Context UriInfo address)
            throws SQLException {
        String marketId = Parameters.requireId("id", id);
        DayQuery query = queries.page(routing);
        Roster roster = readiness.roster(marketId, query.knownAt());
        if (roster == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return LIST.answer(marketId, query, ImportOperators.of(roster, query.asOf()), address);
    }

    private static void write(JsonGenerator out, ImportOperator operator) throws IOException {
        out.writeStartObject();
        out.writeStringField("operatorId", operator.operatorId());
        out.writeBooleanField("listed", operator.listed() != null);
        writeDays(out, operator.listed());
        out.writeArrayFieldStart("goods");
        for (Roster.Goods goods : operator.goods()) {
            out.writeStartObject();
            out.writeStringField("goods", goods.name());
            writeDays(out, goods.days());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("contacts");
        for (ImportOperator.Contact contact : operator.contacts()) {
            out.writeStartObject();
            out.writeStringField("personId", contact.personId());
            out.writeStringField("contact", contact.contact());
            writeDays(out, contact.days());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void writeDays(JsonGenerator out, @Nullable Span days) throws IOException {
        out.writeStringField("from", days == null ? null : Days.text(days.from()));
        out.writeStringField("to", days == null || days.to() == Days.OPEN ? null : Days.text(days.to()));
    }

    private static Stream<List<Object>> rows(ImportOperator operator) {
        List<List<Object>> rows = new ArrayList<>();
        String id = operator.operatorId();
        if (operator.listed() != null) {
            rows.add(row("OPERATORS", id, "", "", "", operator.listed()));
        }
        operator.goods().forEach(goods -> rows.add(row("GOODS", id, goods.name(), "", "", goods.days())));
        operator.contacts()
                .forEach(contact ->
                        rows.add(row("CONTACTS", id, "", contact.personId(), contact.contact(), contact.days())));
        return rows.stream();
    }

    private static List<Object> row(
            String list, String operator, String goods, String person, String contact, Span days) {
        String to = days.to() == Days.OPEN ? "" : Days.text(days.to());
        return List.of(list, operator, goods, person, contact, Days.text(days.from()), to);
    }
}
