package org.anxin.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.anxin.security.SameOrigin;

/**
 * A form with photos ({@code multipart/form-data}). Forms of other sites are not read.
 *
 * @param fields what was written into it
 * @param photos those that were attached, in order
 * @param isTooLarge whether the photos are so large together that they were not kept
 */
record PhotoForm(Form fields, List<byte[]> photos, boolean isTooLarge) {

    /** Collects what comes in, on the request's event loop. */
    private static final class Reading {
        private final long most;
        private final List<Buffer> parts = new ArrayList<>();
        private long size;

        Reading(long most) {
            this.most = most;
        }

        void begin() {
            parts.add(Buffer.buffer());
        }

        /** What is not wanted is still read, so that the sender gets to see the answer. */
        void take(Buffer part) {
            size += part.length();
            if (size > most) {
                parts.clear();
            } else if (!parts.isEmpty()) {
                parts.get(parts.size() - 1).appendBuffer(part);
            }
        }

        PhotoForm form(HttpServerRequest request) {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            request.formAttributes()
                    .forEach((name, value) -> fields.computeIfAbsent(name, first -> new ArrayList<>())
                            .add(value));
            // A field for photos into which none was put comes as a file without content.
            List<byte[]> photos = parts.stream()
                    .filter(photo -> photo.length() > 0)
                    .map(Buffer::getBytes)
                    .toList();
            return new PhotoForm(new Form(fields), photos, size > most);
        }
    }

    /**
     * Reads a form on the request's event loop.
     *
     * @param most bytes of all photos together
     * @return fails with a {@link PageException} if it may not be read
     */
    static CompletableFuture<PhotoForm> of(HttpServerRequest request, long most) {
        CompletableFuture<PhotoForm> form = new CompletableFuture<>();
        request.exceptionHandler(failure -> form.completeExceptionally(new PageException(PageError.BAD_ADDRESS)));
        if (SameOrigin.sent(request)) {
            Reading reading = new Reading(most);
            request.setExpectMultipart(true);
            // Photos come one after the other.
            request.uploadHandler(upload -> {
                reading.begin();
                upload.handler(reading::take);
            });
            request.endHandler(end -> form.complete(reading.form(request)));
        } else {
            request.handler(part -> {});
            request.endHandler(end -> form.completeExceptionally(new PageException(PageError.FOREIGN_FORM)));
        }
        request.resume();
        return form;
    }
}
