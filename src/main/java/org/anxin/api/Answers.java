package org.anxin.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers in JSON that only whoever asked may keep. */
final class Answers {
    private static final int SIZE = 2 * 1024;

    private Answers() {}

    /** An answer with a document. */
    static Response json(Response.ResponseBuilder response, JsonBytes.Writing writing) {
        return response.entity(JsonBytes.of(SIZE, writing))
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
