package org.anxin.pages;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.anxin.registry.DatabaseFault;
import org.anxin.security.AccessTable;
import org.anxin.security.Caller;
import org.anxin.table.CsvBytes;
import org.anxin.table.Table;
import org.anxin.table.XlsxBytes;
import org.jboss.logging.Logger;

/** Shows pages, and says so in the same frame where there is none to show. */
@Singleton
class Pages {
    private static final Logger LOG = Logger.getLogger(Pages.class);

    /** Nothing written into a page acts or styles it, nothing comes from elsewhere or goes there, in nobody's frame. */
    static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static final int OK = 200;

    private final Assets assets;
    private final Clock clock;
    private final AccessTable table;

    Pages(Assets assets, Clock clock, AccessTable table) {
        this.assets = assets;
        this.clock = clock;
        this.table = table;
    }

    /** Makes a page. */
    interface Making {
        TemplateInstance page(Frame frame) throws SQLException;
    }

    /** Does what a form asks for, and tells where to go from there, or makes the page that says why it was not done. */
    interface Doing {
        Outcome done(Frame frame) throws SQLException;
    }

    /** What came of a form. */
    sealed interface Outcome {
        /** A page that says so. */
        record Shown(int status, TemplateInstance page) implements Outcome {}

        /** It was done; the browser goes on to this address. */
        record GoOn(String address) implements Outcome {}

        /** A file. */
        record Sent(byte[] bytes, String type, String disposition) implements Outcome {
            /** A table as {@code csv} or {@code xlsx}. */
            static Sent of(String format, Table table) {
                return switch (format) {
                    case "csv" -> new Sent(CsvBytes.of(table), "text/csv; charset=UTF-8", table.disposition(format));
                    case "xlsx" ->
                        new Sent(
                                XlsxBytes.of(table),
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                table.disposition(format));
                    default -> throw new PageException(PageError.BAD_ADDRESS);
                };
            }
        }
    }

    /** Today in the service's zone, as an epoch day. */
    int today() {
        return (int) LocalDate.now(clock).toEpochDay();
    }

    /** The moment that it is. */
    Instant now() {
        return clock.instant();
    }

    /** The zone of the service. */
    ZoneId zone() {
        return clock.getZone();
    }

    /** The page that {@code making} makes. */
    Response show(HttpServerRequest request, Section section, Making making) {
        return act(request, section, frame -> new Outcome.Shown(OK, making.page(frame)));
    }

    /** What comes of a form: a page, or the address of one. */
    Response act(HttpServerRequest request, Section section, Doing doing) {
        Frame frame = frame(request, section);
        try {
            Outcome outcome = doing.done(frame);
            if (outcome instanceof Outcome.Sent sent) {
                return file(sent);
            }
            return outcome instanceof Outcome.Shown shown
                    ? answer(frame, shown.status(), shown.page())
                    : Response.status(Response.Status.SEE_OTHER)
                            .header(HttpHeaders.LOCATION, ((Outcome.GoOn) outcome).address())
                            .build();
        } catch (PageException e) {
            return failed(frame, e.error());
        } catch (SQLException | RuntimeException e) {
            if (DatabaseFault.of(e) != null) {
                return failed(frame, PageError.UNAVAILABLE);
            }
            LOG.error("A page could not be shown", e);
            return failed(frame, PageError.FAILED);
        }
    }

    /** The page of an error. */
    Response failed(Frame frame, PageError error) {
        return answer(frame, error.status(), Templates.error(frame, error));
    }

    Frame frame(HttpServerRequest request, Section section) {
        return frame(
                SpokenLanguage.of(request),
                section,
                HttpMethod.GET.equals(request.method()) ? request.uri() : section.path());
    }

    /** What stands around a page of this address. */
    Frame frame(Language language, Section section, String address) {
        return new Frame(language, section, address, assets, clock.getZone(), new Visitor(Caller.current(), table));
    }

    private static Response file(Outcome.Sent sent) {
        return Response.ok(sent.bytes())
                .header(HttpHeaders.CONTENT_TYPE, sent.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, sent.disposition())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static Response answer(Frame frame, int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page.setLocale(frame.language().locale()).render())
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, frame.language().tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
