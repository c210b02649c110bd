package org.anxin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anxin.it.ServiceProcess;

/**
 * One person a request: {@code POST /api/v1/evaluate} against {@link ConstantResource} in the same application, asked in
 * turns by {@code wrk} over kept connections on loopback.
 */
public final class HttpBenchmark {
    private static final String EVALUATE = "/api/v1/evaluate";
    private static final String CONSTANT = "/bench/constant";
    private static final Path PERSON = Path.of("src/test/resources/org/anxin/bench/person.json");
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final int WARM_UPS = 4;
    private static final String SCRIPT = """
            local file = io.open("%s", "rb")
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.body = file:read("*a")
            """;

    private final ServiceProcess service;
    private final Path script;
    private final Rates perSecond = new Rates();
    private final Rates perCpuSecond = new Rates();

    private HttpBenchmark(ServiceProcess service, Path script) {
        this.service = service;
        this.script = script;
    }

    /** @param args how many turns each endpoint takes */
    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory("anxin-bench");
        Path script = Files.writeString(directory.resolve("post.lua"), SCRIPT.formatted(PERSON.toAbsolutePath()));
        run("wrk", "-v");
        try (ServiceProcess service =
                ServiceProcess.start(BenchApplication.packaged(), directory, "-Xmx256m", "-XX:+UseSerialGC")) {
            HttpBenchmark benchmark = new HttpBenchmark(service, script);
            benchmark.makeComparable();
            benchmark.measure(Integer.parseInt(args[0]));
        }
    }

    /** Tells the constant endpoint what to answer, and makes sure that both answer the same. */
    private void makeComparable() throws IOException, InterruptedException {
        String answer = ask("POST", EVALUATE, Files.readString(PERSON));
        ask("PUT", CONSTANT, answer);
        if (!ask("POST", CONSTANT, Files.readString(PERSON)).equals(answer)) {
            throw new IllegalStateException("the endpoints answer differently");
        }
    }

    private String ask(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private void measure(int turns) throws IOException, InterruptedException {
        for (int turn = -WARM_UPS; turn < turns; turn++) {
            load(EVALUATE, turn >= 0);
            load(CONSTANT, turn >= 0);
        }
        System.out.println("| | evaluate, median (least, most) | constant | evaluate of constant |\n|---|---|---|---|");
        System.out.println(perSecond.row("requests per second", EVALUATE, CONSTANT));
        System.out.println(perCpuSecond.row("requests per CPU-second of the service", EVALUATE, CONSTANT));
    }

    private void load(String path, boolean counts) throws IOException, InterruptedException {
        URI address = service.uri(path);
        long cpu = service.cpuTime().toMillis();
        long begin = System.nanoTime();
        String report = run("wrk", "-t1", "-c16", "-d4s", "-s", script.toString(), address.toString());
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpuSeconds = (service.cpuTime().toMillis() - cpu) / 1e3;
        Matcher requests = REQUESTS.matcher(report);
        if (!requests.find() || report.contains("Non-2xx") || report.contains("Socket errors")) {
            throw new IllegalStateException(report);
        }
        if (counts) {
            perSecond.add(path, Long.parseLong(requests.group(1)) / seconds);
            perCpuSecond.add(path, Long.parseLong(requests.group(1)) / cpuSeconds);
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IOException("wrk makes the load; install it, on Debian with: apt-get install wrk", e);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
