package org.anxin.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.anxin.it.ServiceProcess;

/**
 * A million people as lines: through the packaged service, and through {@link PlainLines}, in turns. Each turn starts both
 * anew, with the same options, and makes sure that both answered the same bytes.
 */
public final class NdjsonBenchmark {
    private static final int PEOPLE = 1_000_000;
    private static final String[] OPTIONS = {"-Xmx256m", "-XX:+UseSerialGC"};
    private static final String SERVICE = "service";
    private static final String PLAIN = "plain";

    private final People people = new People(1);
    private final Rates perSecond = new Rates();
    private final Rates perCpuSecond = new Rates();
    private final Path directory;
    private final Path answers;

    private NdjsonBenchmark(Path directory) {
        this.directory = directory;
        this.answers = directory.resolve("answers.ndjson");
    }

    /** Reads what a contender answers, into something. */
    private interface Reading {
        void to(OutputStream received) throws IOException;
    }

    /** @param args how many turns each takes */
    public static void main(String[] args) throws Exception {
        NdjsonBenchmark benchmark = new NdjsonBenchmark(Files.createTempDirectory("anxin-bench"));
        for (int turn = Integer.parseInt(args[0]); turn > 0; turn--) {
            Received decided = benchmark.throughService();
            Received plain = benchmark.throughPlain();
            if (decided.lines() != PEOPLE || decided.checksum() != plain.checksum()) {
                throw new IllegalStateException("the answers differ: " + decided + " and " + plain);
            }
        }
        System.out.println("| | service, median (least, most) | plain Jackson | service of plain |\n|---|---|---|---|");
        System.out.println(benchmark.perSecond.row("people per second", SERVICE, PLAIN));
        System.out.println(benchmark.perCpuSecond.row("people per CPU-second", SERVICE, PLAIN));
    }

    private Received throughService() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(ServiceProcess.JAR, directory, OPTIONS)) {
            try (OutputStream kept = Files.newOutputStream(answers)) {
                exchange(service, People.HISTORIES, kept);
            }
            Received received = new Received();
            long before = service.cpuTime().toMillis();
            double seconds = exchange(service, PEOPLE, received);
            count(SERVICE, seconds, (service.cpuTime().toMillis() - before) / 1e3);
            return received;
        }
    }

    private double exchange(ServiceProcess service, int count, OutputStream received) throws IOException {
        try (Chunks exchange = new Chunks(service.uri("/api/v1/evaluate?asOf=2022-04-07"))) {
            return seconds(count, exchange.body(), exchange::readTo, received);
        }
    }

    private Received throughPlain() throws IOException {
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(List.of(OPTIONS));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PlainLines.class.getName()));
        command.add(answers.toString());
        Process plain = new ProcessBuilder(command).start();
        // The first byte says that it is ready: its start does not count, as that of the service does not.
        plain.getInputStream().read();
        Received received = new Received();
        double seconds = seconds(
                PEOPLE, plain.getOutputStream(), out -> plain.getInputStream().transferTo(out), received);
        count(PLAIN, seconds, Double.parseDouble(plain.errorReader().readLine()));
        return received;
    }

    private void count(String contender, double seconds, double cpuSeconds) {
        perSecond.add(contender, PEOPLE / seconds);
        perCpuSecond.add(contender, PEOPLE / cpuSeconds);
    }

    /** Sends lines, reads the answers meanwhile, and says how long it took. */
    private double seconds(int count, OutputStream body, Reading answer, OutputStream received) throws IOException {
        long begin = System.nanoTime();
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(count, body));
        answer.to(received);
        sending.join();
        return (System.nanoTime() - begin) / 1e9;
    }

    private void send(int count, OutputStream body) {
        try (OutputStream out = new BufferedOutputStream(body, 1 << 16)) {
            people.write(out, count);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
