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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service in a process of its own, with its data in a directory that the test chooses. */
public final class ServiceProcess implements AutoCloseable {
    /** What {@code mvn package} makes. */
    public static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path log;

    private ServiceProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it in {@code directory}; options are JVM options such as {@code -Dkey=value}. Does not wait. */
    public static ServiceProcess begin(Path directory, String... options) throws IOException {
        return begin(JAR, directory, Map.of(), options);
    }

    private static ServiceProcess begin(Path jar, Path directory, Map<String, String> environment, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.http.port=0",
                // Nobody sends it requests who would have to notice first.
                "-Dquarkus.shutdown.delay=0s"));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar.toString()));
        Path log = Files.createTempFile(directory, "service", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ServiceProcess(builder.start(), log);
    }

    /** Starts it and waits until it answers. */
    public static ServiceProcess start(Path directory, String... options) throws IOException, InterruptedException {
        return begin(directory, options).awaitAnswering();
    }

    /** Starts it with these variables in its environment and waits until it answers. */
    public static ServiceProcess start(Path directory, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        return begin(JAR, directory, environment, options).awaitAnswering();
    }

    /** Starts another packaging of it and waits until it answers. */
    public static ServiceProcess start(Path jar, Path directory, String... options)
            throws IOException, InterruptedException {
        return begin(jar, directory, Map.of(), options).awaitAnswering();
    }

    /** Waits until it answers; ends it if it does not. */
    public ServiceProcess awaitAnswering() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!LISTENING.matcher(log()).find()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new AssertionError("the service did not start:\n" + log());
            }
            Thread.sleep(50);
        }
        return this;
    }

    /** Everything it has printed. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /**
     * Waits for it to end.
     *
     * @return its exit code
     */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            throw new AssertionError("the service did not end");
        }
        return process.exitValue();
    }

    /** Its number in the operating system. */
    public long pid() {
        return process.pid();
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
        HttpRequest request =
                HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String contentType, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .timeout(PATIENCE)
                .POST(body)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks it to end, as {@code kill -TERM} does. Does not wait. */
    public void terminate() {
        process.destroy();
    }

    /** Stops its clockwork as {@code kill -STOP} does: it holds whatever it holds and does nothing. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on after {@link #freeze()}. */
    public void wake() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        if (new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor() != 0) {
            throw new IOException("no signal to " + pid);
        }
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
