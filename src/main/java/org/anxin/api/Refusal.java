package org.anxin.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import org.anxin.text.Bilingual;

/** "Come back later", answered without looking at the request any further, written once and for all. */
final class Refusal {
    private static final int PROBLEM_SIZE = 512;
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String HTML = "text/html";

    private static final String RETRY_AFTER = Integer.toString(Problems.RETRY_AFTER_SECONDS);

    private final int status;
    private final Buffer json;
    private final Buffer text;

    Refusal(ProblemType type) {
        Problem problem = Problem.of(type);
        this.status = problem.status();
        this.json = Buffer.buffer(JsonBytes.of(PROBLEM_SIZE, problem::write));
        Bilingual title = type.title();
        Bilingual detail = type.detail();
        String lines = title.zh() + "：" + detail.zh() + "\n" + title.en() + ": " + detail.en() + "\n";
        this.text = Buffer.buffer(lines.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers, a browser with text that people read. */
    void answer(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        // What it still sends is read and dropped, as in Leftovers.
        request.resume();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean browser = accept != null && accept.contains(HTML);
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .putHeader(HttpHeaders.CONTENT_TYPE, browser ? TEXT : Problems.PROBLEM_JSON)
                .end(browser ? text : json);
    }
}
