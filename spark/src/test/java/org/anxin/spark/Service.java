package org.anxin.spark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anxin.local.OwnDatabase;

/** The packaged service, in a process of its own on a free port. */
final class Service implements AutoCloseable {
    private static final Path JAR =
            Path.of("../target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");
    private static final Pattern STATE = Pattern.compile("\"state\" ?: ?\"([A-Z_]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Seals names, made for these tests. */
    private static final String KEY = "1:YW5vdGhlciBrZXkgZm9yIHRlc3RzLCAzMiBieXRlcy4=";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final String address;

    private Service(Process process, Path log, String address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    static Service start(OwnDatabase database, Path directory, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("-Dquarkus.http.port=0", "-Danxin.sweep.cron=off"));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", JAR.toString()));
        Path log = directory.resolve("service.log");
        Process process = java(database.environment(), directory, log, command).start();
        return new Service(process, log, address(process, log));
    }

    private static ProcessBuilder java(
            Map<String, String> environment, Path directory, Path log, List<String> arguments) throws IOException {
        Files.createDirectories(directory);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("ANXIN_PERSONAL_KEYS", KEY);
        return builder;
    }

    private static String address(Process process, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Matcher listening = LISTENING.matcher(Files.readString(log));
            if (listening.find()) {
                return listening.group(1);
            }
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroy();
                throw new AssertionError("the service did not start:\n" + Files.readString(log));
            }
            Thread.sleep(50);
        }
    }

    /** Runs a command of the service; the log of a failed one is the message. */
    static void command(Map<String, String> environment, Path directory, String... arguments)
            throws IOException, InterruptedException {
        if (commanding(environment, directory, arguments).start().waitFor() != 0) {
            throw new AssertionError(
                    String.join(" ", arguments) + ":\n" + Files.readString(directory.resolve("command.log")));
        }
    }

    /** How to run a command of the service, with little memory. */
    static ProcessBuilder commanding(Map<String, String> environment, Path directory, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("-Xmx256m", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return java(environment, directory, directory.resolve("command.log"), command);
    }

    long pid() {
        return process.pid();
    }

    /** Imports a file; every row must be accepted. */
    void importRows(String kind, Path csv) throws IOException, InterruptedException {
        String answer = send(HttpRequest.newBuilder(uri("/api/v1/imports/" + kind))
                .header("Content-Type", "text/csv; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofFile(csv)));
        if (!answer.contains("\"rejected\":[]")) {
            throw new AssertionError(kind + ": " + answer);
        }
    }

    /** Sweeps a day and waits for the end of the run. */
    void sweep(String day) throws IOException, InterruptedException {
        HttpResponse<String> asked = client.send(
                HttpRequest.newBuilder(uri("/api/v1/sweeps"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"asOf\": \"" + day + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (asked.statusCode() != 202) {
            throw new AssertionError(asked.body());
        }
        String run = asked.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        while (true) {
            String answer = send(HttpRequest.newBuilder(uri(run)));
            Matcher state = STATE.matcher(answer);
            if (!state.find()) {
                throw new AssertionError(answer);
            }
            if (!state.group(1).equals("RUNNING")) {
                if (!state.group(1).equals("COMPLETED")) {
                    throw new AssertionError(answer);
                }
                return;
            }
            Thread.sleep(20);
        }
    }

    /** A market's list as CSV. */
    byte[] list(String market, String list, String day) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(uri("/api/v1/markets/" + market + "/" + list + "?format=csv&asOf=" + day))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError(market + " " + list + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private URI uri(String path) {
        return URI.create(address + path);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body() + "\n" + Files.readString(log));
        }
        return answer.body();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
