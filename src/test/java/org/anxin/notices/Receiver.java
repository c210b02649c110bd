package org.anxin.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver of notices that does as it is told. */
final class Receiver implements AutoCloseable {
    private static final ObjectMapper TREES = new ObjectMapper();

    private final List<Received> received = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Behaviour behaviour = request -> 204;

    /** One attempt, and what was answered. */
    record Received(Headers headers, byte[] body, JsonNode event, int status) {
        String id() {
            return event.path("id").asText();
        }

        String market() {
            return event.path("data").path("marketId").asText();
        }

        boolean taken() {
            return status == 204;
        }
    }

    /** Decides the status of an answer; may take its time. */
    interface Behaviour {
        int status(JsonNode event) throws InterruptedException;
    }

    /** @param port 0 for any */
    Receiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/notices";
    }

    void behave(Behaviour next) {
        behaviour = next;
    }

    /** Everything that came so far, in the order in which answers were decided. */
    List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    /** What was taken, each once, in the order of the first time. */
    List<String> taken() {
        return received().stream()
                .filter(Received::taken)
                .map(Received::id)
                .distinct()
                .toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        JsonNode event = TREES.readTree(body);
        try {
            int status = behaviour.status(event);
            synchronized (received) {
                received.add(new Received(exchange.getRequestHeaders(), body, event, status));
            }
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    /** Never answers until {@code end}. */
    static Behaviour hanging(CountDownLatch end) {
        return event -> {
            end.await();
            return 500;
        };
    }

    /** Dies: nobody listens any more. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
