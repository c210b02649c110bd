package org.anxin.pages;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Shows a page to browsers that ask for an address where there is none; programs get the problem they expect. */
@Singleton
class MissingPages {
    /** Below these nothing is a page. */
    private static final List<String> OF_PROGRAMS = List.of("/api/", "/q/", "/problems/", "/assets/");

    /** Filters are made while the application is built, before there is a clock. */
    private final Instance<Pages> pages;

    MissingPages(Instance<Pages> pages) {
        this.pages = pages;
    }

    /** Puts the page in the place of the problem. */
    @ServerResponseFilter
    void show(ContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        HttpServerRequest http = routing.request();
        if (response.getStatus() != Response.Status.NOT_FOUND.getStatusCode()
                || MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())
                || !isBrowser(http.getHeader(HttpHeaders.ACCEPT))
                || OF_PROGRAMS.stream().anyMatch(http.path()::startsWith)) {
            return;
        }
        Pages now = pages.get();
        Response page = now.failed(now.frame(http, Section.TODAY), PageError.NOT_FOUND);
        MultivaluedMap<String, Object> headers = response.getHeaders();
        page.getHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        response.setEntity(page.getEntity(), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }

    private static boolean isBrowser(@Nullable String accept) {
        return accept != null && accept.contains(MediaType.TEXT_HTML);
    }
}
