package org.anxin.pages;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads forms without blocking, and does what they ask for on a worker thread. */
@Singleton
class Forms {
    private final Pages pages;

    Forms(Pages pages) {
        this.pages = pages;
    }

    /** What is done with a form. */
    interface Doing {
        Pages.Outcome with(Frame frame, Form form) throws SQLException;
    }

    /**
     * Reads a form and answers.
     *
     * @param most bytes of it
     */
    CompletionStage<Response> act(HttpServerRequest request, Section section, int most, Doing doing) {
        return Form.of(request, most)
                .handleAsync(
                        (form, failure) -> form == null
                                ? pages.failed(pages.frame(request, section), error(failure))
                                : pages.act(request, section, frame -> doing.with(frame, form)),
                        Infrastructure.getDefaultWorkerPool());
    }

    private static PageError error(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof PageException refused ? refused.error() : PageError.FAILED;
    }
}
