package org.anxin.pages;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.anxin.time.Days;
import org.anxin.visits.FindingList;

/** {@code /patrols}: what patrols found, visits, the days of markets, cameras; visits are recorded and findings closed. */
@Path("/patrols")
public class PatrolPagesResource {
    private final Pages pages;
    private final PhotoForms forms;
    private final PatrolReading patrols;
    private final VisitReading visits;
    private final FindingReading findings;
    private final VisitActions visiting;
    private final FindingActions closing;

    PatrolPagesResource(
            Pages pages,
            PhotoForms forms,
            PatrolReading patrols,
            VisitReading visits,
            FindingReading findings,
            VisitActions visiting,
            FindingActions closing) {
        this.pages = pages;
        this.forms = forms;
        this.patrols = patrols;
        this.visits = visits;
        this.findings = findings;
        this.visiting = visiting;
        this.closing = closing;
    }

    private int day(Query query) {
        int day = query.day("day");
        return day == Days.NONE ? pages.today() : day;
    }

    /** Findings. */
    @GET
    @Blocking
    public Response findings(@Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(request, Section.PATROLS, frame -> {
            FindingList.Wanted wanted = new FindingList.Wanted(
                    day(query),
                    query.text("market"),
                    query.text("item"),
                    query.day("found"),
                    PatrolReading.widespread(query.text("scope")));
            return Templates.patrols(
                    frame, patrols.findings(wanted, PatrolReading.part(query.text("part")), query.page()));
        });
    }

    /** How often markets were looked at on a day. */
    @GET
    @Path("days")
    @Blocking
    public Response days(@Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(request, Section.PATROLS, frame -> Templates.patrols(frame, patrols.days(day(query))));
    }

    /** The cameras of markets. */
    @GET
    @Path("cameras")
    @Blocking
    public Response cameras(@Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(request, Section.PATROLS, frame -> Templates.patrols(frame, patrols.cameras(day(query))));
    }

    /** Who is not ready, at any market. */
    @GET
    @Path("not-ready")
    @Blocking
    public Response notReady(@Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(
                request,
                Section.PATROLS,
                frame -> Templates.patrols(frame, patrols.notReady(day(query), query.page())));
    }

    /** One finding. */
    @GET
    @Path("findings/{no}")
    @Blocking
    public Response finding(@PathParam("no") String no, @Context HttpServerRequest request) {
        return pages.show(
                request,
                Section.PATROLS,
                frame -> Templates.finding(
                        frame,
                        findings.of(
                                findings.find(no), new FindingPage.Written(visits.now(), ""), List.of(), Map.of())));
    }

    /** Closes one. */
    @POST
    @Path("findings/{no}")
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response rectify(@PathParam("no") String no, InputStream body, @Context HttpServerRequest request) {
        return forms.act(
                request, body, Section.PATROLS, (frame, form, photos) -> closing.rectify(frame, no, form, photos));
    }

    /** One visit. */
    @GET
    @Path("visits/{id}")
    @Blocking
    public Response visit(@PathParam("id") String id, @Context HttpServerRequest request) {
        return pages.show(request, Section.PATROLS, frame -> Templates.visit(frame, visits.of(Query.requireId(id))));
    }

    /** The form for a visit: first which market, then the checklist. */
    @GET
    @Path("new")
    @Blocking
    public Response form(@Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(
                request, Section.PATROLS, frame -> Templates.visitForm(frame, visits.blank(query.text("market"))));
    }

    /** Records a visit. */
    @POST
    @Path("new")
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response record(InputStream body, @Context HttpServerRequest request) {
        return forms.act(request, body, Section.PATROLS, visiting::record);
    }
}
