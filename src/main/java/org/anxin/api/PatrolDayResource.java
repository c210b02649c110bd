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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.anxin.policy.Policy;
import org.anxin.registry.Page;
import org.anxin.rulebook.Words;
import org.anxin.time.Days;
import org.anxin.visits.CameraWatch;
import org.anxin.visits.FaultJson;
import org.anxin.visits.PatrolDays;
import org.anxin.visits.Registered;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/patrol-days} and {@code /api/v1/camera-watch}: what patrols leave unseen. */
@Path("/api/v1")
public class PatrolDayResource {
    private static final String MARKET = "market";
    private static final String AS_OF = "asOf";
    private static final String AT = "at";

    private final PatrolDays days;
    private final CameraWatch cameras;
    private final Registered registered;
    private final NamedRulesets rulesets;
    private final Clock clock;

    PatrolDayResource(
            PatrolDays days, CameraWatch cameras, Registered registered, NamedRulesets rulesets, Clock clock) {
        this.days = days;
        this.cameras = cameras;
        this.registered = registered;
        this.rulesets = rulesets;
        this.clock = clock;
    }

    private interface Writing<T> {
        void write(JsonGenerator out, T item, Words words) throws IOException;
    }

    /** How often each market was looked at on a day, and where that is a gap. */
    @GET
    @Path("patrol-days")
    @Blocking
    public Response days(@Context HttpServerRequest http) throws SQLException {
        PageQuery query = PageQuery.of(http, MARKET, AS_OF, "ruleset");
        int asOf = query.given().dayOrToday(AS_OF, clock);
        Policy policy = rulesets.named(query.given().text("ruleset"), asOf);
        Page<PatrolDays.Day> page = days.page(market(query), asOf, policy.patrol(), query.afterId(), query.limit());
        return answer(AS_OF, Days.text(asOf), policy, page, FaultJson::write);
    }

    /** The cameras of each market at a moment, and what is wrong with them. */
    @GET
    @Path("camera-watch")
    @Blocking
    public Response cameras(@Context HttpServerRequest http) throws SQLException {
        PageQuery query = PageQuery.of(http, MARKET, AT, "ruleset");
        Instant given = query.given().moment(AT);
        Instant at = given == null ? clock.instant() : given;
        int day = (int) LocalDate.ofInstant(at, clock.getZone()).toEpochDay();
        Policy policy = rulesets.named(query.given().text("ruleset"), day);
        Page<CameraWatch.Watched> page =
                cameras.page(market(query), at, day, policy.patrol(), query.afterId(), query.limit());
        return answer(AT, at.toString(), policy, page, FaultJson::write);
    }

    private @Nullable String market(PageQuery query) {
        return query.given().reference(MARKET, registered::isMarket);
    }

    private static <T> Response answer(String name, String when, Policy policy, Page<T> page, Writing<T> writing) {
        return Answers.json(Response.ok(), out -> {
            out.writeStartObject();
            out.writeStringField(name, when);
            out.writeStringField("ruleset", policy.ruleset().id());
            out.writeArrayFieldStart("items");
            for (T item : page.items()) {
                writing.write(out, item, policy.ruleset().words());
            }
            out.writeEndArray();
            out.writeStringField("next", page.next());
            out.writeEndObject();
        });
    }
}
