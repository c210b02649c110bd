package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Reads and writes single records as any client would. */
record RecordClient(URI service) {
    private static final ObjectMapper TREES = new ObjectMapper();

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    HttpResponse<String> put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    HttpResponse<String> delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    /** Creates or replaces what a test builds on. */
    void has(String path, String body) {
        assertThat(put(path, body).statusCode()).as(path).isIn(200, 201);
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve("/api/v1/" + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body == null) {
            return Http.send(request.method(method, BodyPublishers.noBody()));
        }
        return Http.send(request.setHeader("Content-Type", Http.JSON).method(method, BodyPublishers.ofString(body)));
    }

    static String tag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    static JsonNode json(String text) {
        try {
            return TREES.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
