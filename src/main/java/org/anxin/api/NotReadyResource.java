package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anxin.onboarding.Finding;
import org.anxin.onboarding.RosterDecision;
import org.anxin.onboarding.RosterDecisionJson;
import org.anxin.readiness.Readiness;
import org.anxin.table.Table;

/** {@code GET /api/v1/markets/{id}/not-ready}: who of a market lacks something before they may trade. */
@Path("/api/v1/markets/{id}/not-ready")
public class NotReadyResource {
    private static final DayList<RosterDecision.NotReady> LIST = new DayList<>(
            "notReady",
            "未就绪 not ready",
            List.of(
                    Table.Column.of("subject", "对象", "Subject"),
                    Table.Column.of("id", "编号", "Id"),
                    Table.Column.of("operator_ids", "经营户编号", "Operators"),
                    Table.Column.of("severity", "处置", "Severity"),
                    Table.Column.of("missing", "所缺事项", "Missing"),
                    Table.Column.of("rules", "依据规则", "Rules"),
                    Table.Column.of("message_zh", "说明", "Message, Chinese"),
                    Table.Column.of("message_en", "英文说明", "Message, English")),
            RosterDecisionJson::write,
            NotReadyResource::rows,
            one -> one.first().subject() + "/" + one.first().id(),
            2);

    private final Readiness readiness;
    private final DayQuery.Reader queries;

    NotReadyResource(Readiness readiness, DayQuery.Reader queries) {
        this.readiness = readiness;
        this.queries = queries;
    }

    /** Operators by id, then people by id. */
    @GET
    @Blocking
    public Response get(@PathParam("id") String id, @Context RoutingContext routing, @Context UriInfo address)
            throws SQLException {
        String marketId = Parameters.requireId("id", id);
        DayQuery query = queries.page(routing);
        RosterDecision decision = readiness.market(marketId, query.asOf(), query.knownAt(), query.policy());
        if (decision == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return LIST.answer(marketId, query, decision.notReady(), address);
    }

    private static Stream<List<Object>> rows(RosterDecision.NotReady one) {
        List<Finding> missing = one.missing();
        return Stream.of(List.of(
                one.first().subject().name(),
                one.first().id(),
                String.join(" ", one.first().operatorIds()),
                one.severity().name(),
                missing.stream().map(Finding::code).collect(Collectors.joining(" ")),
                missing.stream().map(finding -> finding.rule().id()).collect(Collectors.joining(" ")),
                missing.stream().map(finding -> finding.message().zh()).collect(Collectors.joining()),
                missing.stream().map(finding -> finding.message().en()).collect(Collectors.joining(" "))));
    }
}
