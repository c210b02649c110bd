package org.anxin.pages;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.anxin.security.SameOrigin;

/** What was written into a form of these pages. Forms of other sites are not read (docs/adr/0007-pages.md). */
final class Form {
    private static final int MOST_FIELDS = 128;

    private final Map<String, List<String>> fields;

    Form(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /**
     * Reads a form on the request's event loop.
     *
     * @param most bytes at most
     * @return fails with a {@link PageException} if it may not be read
     */
    static CompletableFuture<Form> of(HttpServerRequest request, int most) {
        CompletableFuture<Form> form = new CompletableFuture<>();
        Buffer body = Buffer.buffer();
        boolean isOurs = SameOrigin.sent(request);
        request.exceptionHandler(form::completeExceptionally);
        // What is not wanted is still read, so that the sender gets to see the answer.
        request.handler(part -> {
            if (isOurs && body.length() <= most) {
                body.appendBuffer(part);
            }
        });
        request.endHandler(end -> {
            if (!isOurs) {
                form.completeExceptionally(new PageException(PageError.FOREIGN_FORM));
            } else if (body.length() > most) {
                form.completeExceptionally(new PageException(PageError.TOO_LARGE));
            } else {
                decode(body, form);
            }
        });
        request.resume();
        return form;
    }

    private static void decode(Buffer body, CompletableFuture<Form> form) {
        try {
            String text = body.toString(StandardCharsets.UTF_8);
            form.complete(
                    new Form(new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST_FIELDS).parameters()));
        } catch (IllegalArgumentException e) {
            form.completeExceptionally(new PageException(PageError.BAD_ADDRESS));
        }
    }

    /** The text of a field, without white space around it; empty if it is not there. */
    String text(String name) {
        return raw(name).strip();
    }

    /** All values of a field. */
    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The text of a field as it was written, with line ends of one character. */
    String raw(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).replace("\r\n", "\n");
    }
}
