package org.anxin.pages;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.RuleHistory;
import org.anxin.policy.Timetable;
import org.anxin.policy.Versions;
import org.anxin.rulebook.Rule;
import org.anxin.text.Bilingual;

/** {@code /rules/history/{rule}}: when one rule changed, by whom and why. */
@Path("/rules/history/{rule}")
public class HistoryPagesResource {
    private final Pages pages;
    private final RuleHistory history;
    private final ActivePolicy activePolicy;
    private final Versions versions;
    private final DeskReading desk;

    HistoryPagesResource(
            Pages pages, RuleHistory history, ActivePolicy activePolicy, Versions versions, DeskReading desk) {
        this.pages = pages;
        this.history = history;
        this.activePolicy = activePolicy;
        this.versions = versions;
        this.desk = desk;
    }

    /** Its history. */
    @GET
    @Blocking
    public Response history(@PathParam("rule") String rule, @Context HttpServerRequest request) {
        String before = new Query(request).text("before");
        return pages.show(request, Section.RULES, frame -> {
            int below = before == null ? Integer.MAX_VALUE : Query.requireNumber(before);
            return Templates.history(frame, read(Query.requireId(rule), below));
        });
    }

    private HistoryPage read(String rule, int before) throws SQLException {
        Bilingual title = activePolicy.current().ruleset().rules().stream()
                .filter(one -> one.id().equals(rule))
                .findFirst()
                .map(Rule::title)
                .orElse(null);
        RuleHistory.Part part = history.of(rule, before, pages.zone());
        if (title == null && part.steps().isEmpty() && part.next() == 0) {
            throw new PageException(PageError.NOT_FOUND);
        }
        Timetable timetable = versions.timetable();
        List<HistoryPage.Step> steps = new ArrayList<>();
        part.steps().forEach(step -> steps.add(new HistoryPage.Step(step, desk.version(step.version(), timetable))));
        String older = part.next() == 0
                ? null
                : Address.of("/rules/history/" + rule)
                        .with("before", part.next())
                        .toString();
        return new HistoryPage(rule, title, steps, older);
    }
}
