package org.anxin.pages;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import org.anxin.security.RefusedPageException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says on a page why there is none for this visitor. */
class PageRefusals {
    private final Pages pages;

    PageRefusals(Pages pages) {
        this.pages = pages;
    }

    @ServerExceptionMapper
    Response refused(RefusedPageException e, HttpServerRequest request) {
        PageError error = switch (e.refused().why()) {
            case UNIDENTIFIED -> PageError.SIGN_IN;
            case NOT_ALLOWED -> PageError.NOT_ALLOWED;
            case OTHER_MARKET -> PageError.OTHER_MARKET;
            case FOREIGN_SITE -> PageError.FOREIGN_FORM;
            case UNKNOWN_NOW -> PageError.IDENTITY_UNAVAILABLE;
        };
        return pages.failed(pages.frame(request, Section.of(request.path())), error);
    }
}
