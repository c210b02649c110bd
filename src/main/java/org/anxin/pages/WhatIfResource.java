package org.anxin.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * {@code /rules/what-if}: what a rule with other numbers would decide about a stored person ({@code GET}) or about pasted
 * facts ({@code POST}, so that they stand in no address). {@code part=comparison} answers the comparison alone.
 */
@Path(WhatIfReading.PATH)
public class WhatIfResource {
    /** Pasted facts of some hundred people, each byte written as three. */
    private static final int MOST = 3 * 256 * 1024;

    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final Forms forms;
    private final WhatIfReading reading;

    WhatIfResource(Pages pages, Forms forms, WhatIfReading reading) {
        this.pages = pages;
        this.forms = forms;
        this.reading = reading;
    }

    /** On a stored person; without one, the forms. */
    @GET
    @Blocking
    public Response stored(@Context HttpServerRequest request) {
        Query query = new Query(request);
        UnaryOperator<String> asked = name -> Objects.requireNonNullElse(query.text(name), "");
        return pages.show(
                request,
                Section.RULES,
                frame -> page(frame, asked, reading.of(asked.apply("with").equals("facts"), asked)));
    }

    /** On pasted facts. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> pasted(@Context HttpServerRequest request) {
        return forms.act(request, Section.RULES, MOST, (frame, form) -> {
            UnaryOperator<String> asked = name -> name.equals("facts") ? form.raw(name) : form.text(name);
            WhatIfPage page = reading.of(true, asked);
            return new Pages.Outcome.Shown(
                    page.mistakes().isEmpty() ? Pages.OK : UNPROCESSABLE, page(frame, asked, page));
        });
    }

    private static TemplateInstance page(Frame frame, UnaryOperator<String> asked, WhatIfPage page) {
        return asked.apply("part").equals("comparison")
                ? Templates.comparison(frame, page)
                : Templates.whatif(frame, page);
    }
}
