package org.anxin.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.anxin.it.ServiceProcess;

/** What calls lose while a sweep or an import goes on. */
final class LoadBesides {
    private static final int DAYS = 10;

    private final ServiceProcess service;
    private final int people;
    private final Path samples = Files.createTempFile("anxin-bench", ".csv");
    private int month;
    private int swept;

    /** @param people who are registered */
    LoadBesides(ServiceProcess service, int people) throws IOException {
        this.service = service;
        this.people = people;
    }

    private interface Phase {
        Outcome run() throws IOException;
    }

    private interface Work {
        HttpResponse<String> done() throws IOException, InterruptedException;
    }

    void measure(String body) throws IOException {
        try (OpenLoad load = LoadBenchmark.load(service, "", body)) {
            double rated = LoadBenchmark.capacity(load) * LoadBenchmark.RATED;
            System.out.printf("%nBesides, with %,d people registered%n%s%n", people, Outcome.HEAD);
            measure("rated", () -> load.at(rated, LoadBenchmark.PHASE));
            measure("as many as can be", () -> load.asFastAsAnswered(LoadBenchmark.AT_A_TIME, LoadBenchmark.PHASE));
        }
        Files.delete(samples);
    }

    /** Alone before, between and after: what else the machine does changes from moment to moment. */
    private void measure(String what, Phase phase) throws IOException {
        double before = told(what + ", alone", phase);
        double sweep = beside(what + ", with a sweep", phase, this::sweep);
        double between = told(what + ", alone", phase);
        write();
        double importing = beside(
                what + ", with an import",
                phase,
                () -> service.post("/api/v1/imports/samples", "text/csv", BodyPublishers.ofFile(samples)));
        double after = told(what + ", alone", phase);
        System.out.printf(
                Locale.ROOT,
                "%s, of alone: with a sweep %.2f, with an import %.2f%n",
                what,
                2 * sweep / (before + between),
                2 * importing / (between + after));
    }

    private static double told(String what, Phase phase) throws IOException {
        Outcome outcome = phase.run();
        System.out.println(outcome.row(what));
        return outcome.rate();
    }

    private double beside(String what, Phase phase, Work work) throws IOException {
        CompletableFuture<String> beside = CompletableFuture.supplyAsync(() -> timed(work));
        double rate = told(what, phase);
        System.out.println("still at it: " + !beside.isDone() + ", took " + beside.join());
        return rate;
    }

    private static String timed(Work work) {
        long begin = System.nanoTime();
        try {
            HttpResponse<String> answer = work.done();
            double seconds = (System.nanoTime() - begin) / 1e9;
            return String.format(Locale.ROOT, "%.1f s, %d %.80s", seconds, answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Each for another day, for which everybody is found otherwise. */
    private HttpResponse<String> sweep() throws IOException, InterruptedException {
        String day = "{\"asOf\": \"2022-04-%02d\"}".formatted(5 + 4 * swept++);
        String path = service.post("/api/v1/sweeps", "application/json", BodyPublishers.ofString(day))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        HttpResponse<String> run = service.get(path);
        while (run.body().contains("\"RUNNING\"")) {
            Thread.sleep(50);
            run = service.get(path);
        }
        return run;
    }

    /** New samples of everybody, in an order of days. */
    private void write() throws IOException {
        month++;
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(samples))) {
            out.print("person_id,taken_at,result,laboratory\n");
            for (int day = 1; day <= DAYS; day++) {
                for (int person = 1; person <= people; person++) {
                    out.printf("P-%010d,2021-%02d-%02d,NEGATIVE,L%n", person, month, day);
                }
            }
        }
    }
}
