package org.anxin.it;

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
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service in a process of its own, with its data in a directory that the test chooses. */
public final class ServiceProcess implements AutoCloseable {
    /** What {@code mvn package} makes. */
    public static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;

    private ServiceProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it in {@code directory}; options are JVM options such as {@code -Dkey=value}. Does not wait. */
    static ServiceProcess begin(Path directory, String... options) throws IOException {
        return begin(JAR, directory, options);
    }

    private static ServiceProcess begin(Path jar, Path directory, String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dquarkus.http.port=0"));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar.toString()));
        Path log = Files.createTempFile(directory, "service", ".log");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServiceProcess(process, log);
    }

    /** Starts it and waits until it answers. */
    static ServiceProcess start(Path directory, String... options) throws IOException, InterruptedException {
        return start(JAR, directory, options);
    }

    /** Starts another packaging of it and waits until it answers. */
    public static ServiceProcess start(Path jar, Path directory, String... options)
            throws IOException, InterruptedException {
        ServiceProcess service = begin(jar, directory, options);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!LISTENING.matcher(service.log()).find()) {
            if (!service.process.isAlive() || System.nanoTime() > end) {
                service.close();
                throw new AssertionError("the service did not start:\n" + service.log());
            }
            Thread.sleep(50);
        }
        return service;
    }

    /** Everything it has printed. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /**
     * Waits for it to end.
     *
     * @return its exit code
     */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            throw new AssertionError("the service did not end");
        }
        return process.exitValue();
    }

    /** CPU time it has used since it was started. */
    public Duration cpuTime() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** An address of the service. */
    public URI uri(String path) throws IOException {
        Matcher listening = LISTENING.matcher(log());
        if (!listening.find()) {
            throw new AssertionError("the service is not listening");
        }
        return URI.create(listening.group(1) + path);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String contentType, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .timeout(Duration.ofMinutes(2))
                .POST(body)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
