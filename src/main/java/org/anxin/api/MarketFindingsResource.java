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
import java.util.stream.Stream;
import org.anxin.onboarding.Concern;
import org.anxin.onboarding.Finding;
import org.anxin.onboarding.RosterDecision;
import org.anxin.onboarding.RosterDecisionJson;
import org.anxin.readiness.Readiness;
import org.anxin.table.Table;

/** {@code GET /api/v1/markets/{id}/imported-goods/findings}: what is wrong with the two lists of a market. */
@Path("/api/v1/markets/{id}/imported-goods/findings")
public class MarketFindingsResource {
    private static final DayList<Finding> LIST = new DayList<>(
            "findings",
            "清单问题 findings",
            List.of(
                    Table.Column.of("subject", "对象", "Subject"),
                    Table.Column.of("id", "编号", "Id"),
                    Table.Column.of("operator_ids", "所在经营户", "Works for"),
                    Table.Column.of("operator_id", "清单所属经营户", "Operator"),
                    Table.Column.of("code", "问题", "Code"),
                    Table.Column.of("severity", "处置", "Severity"),
                    Table.Column.of("rule", "依据规则", "Rule"),
                    Table.Column.of("message_zh", "说明", "Message, Chinese"),
                    Table.Column.of("message_en", "英文说明", "Message, English")),
            RosterDecisionJson::write,
            MarketFindingsResource::rows,
            one -> one.subject() + "/" + one.id() + "/" + operator(one) + "/" + one.code(),
            4);

    private final Readiness readiness;
    private final DayQuery.Reader queries;

    MarketFindingsResource(Readiness readiness, DayQuery.Reader queries) {
        this.readiness = readiness;
        this.queries = queries;
    }

    /** Those about operators by id, then those about people by id. */
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
        return LIST.answer(marketId, query, decision.findings(Concern.LISTS), address);
    }

    private static String operator(Finding finding) {
        String operator = finding.operatorId();
        return operator == null ? "" : operator;
    }

    private static Stream<List<Object>> rows(Finding one) {
        return Stream.of(List.of(
                one.subject().name(),
                one.id(),
                String.join(" ", one.operatorIds()),
                operator(one),
                one.code(),
                one.severity().name(),
                one.rule().id(),
                one.message().zh(),
                one.message().en()));
    }
}
