package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anxin.it.ServiceProcess;

/**
 * A laboratory, an importing office and someone who sweeps, each at work until the service is gone, and what was confirmed
 * to them.
 */
final class Senders {
    static final int DOCUMENT = 3;
    static final int FILE = 50;
    private static final int PEOPLE = 200;
    private static final List<String> MARKETS = List.of("M-01");
    private static final Instant FIRST = Instant.parse("2022-03-01T00:00:00Z");

    /** Each sample is one second after the one before it. */
    private final AtomicInteger samples = new AtomicInteger();

    private final AtomicInteger parcels = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    private final Map<String, SortedMap<String, String>> issued = new ConcurrentHashMap<>();

    /** Something that is done again and again. */
    private interface Work {
        void once(ServiceProcess node) throws Exception;
    }

    /** What they write about. */
    static void register(ServiceProcess node) throws IOException, InterruptedException {
        load(node, "markets", "id,name,type,subdistrict\nM-01,第1市场,FARMERS,西兴街道\n");
        String people = IntStream.range(0, PEOPLE)
                .mapToObj(n -> person(n) + ",,,\n")
                .collect(Collectors.joining("", "id,name,id_number,phone\n", ""));
        load(node, "people", people);
        String assignments = IntStream.range(0, PEOPLE)
                .mapToObj(n -> person(n) + ",M-01,STAFF,2022-01-01,,\n")
                .collect(Collectors.joining("", "person_id,market_id,category,from,operator_id,to\n", ""));
        load(node, "assignments", assignments);
    }

    private static void load(ServiceProcess node, String kind, String file) throws IOException, InterruptedException {
        HttpResponse<String> answer = node.post("/api/v1/imports/" + kind, "text/csv", BodyPublishers.ofString(file));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"rejected\":[]");
    }

    /** Begins; each of the threads ends when the service is gone. */
    List<Thread> start(ServiceProcess node) {
        List<Work> all = List.of(this::reportDocument, this::importFile, this::sweep);
        return all.stream().map(work -> started(node, work)).toList();
    }

    private static Thread started(ServiceProcess node, Work work) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    work.once(node);
                }
            } catch (Exception | AssertionError e) {
                // The service is gone, or its database.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void reportDocument(ServiceProcess node) throws IOException, InterruptedException {
        int first = samples.getAndAdd(DOCUMENT);
        String laboratory = "document-" + parcels.incrementAndGet();
        String document = IntStream.range(first, first + DOCUMENT)
                .mapToObj(n ->
                        "{\"personId\": \"%s\", \"takenAt\": \"%s\", \"result\": \"NEGATIVE\", \"laboratory\": \"%s\"}"
                                .formatted(person(n), FIRST.plusSeconds(n), laboratory))
                .collect(Collectors.joining(",", "{\"samples\": [", "]}"));
        confirm(node.post("/api/v1/samples", "application/json", BodyPublishers.ofString(document)), first, DOCUMENT);
    }

    private void importFile(ServiceProcess node) throws IOException, InterruptedException {
        int first = samples.getAndAdd(FILE);
        String laboratory = "file-" + parcels.incrementAndGet();
        String file = IntStream.range(first, first + FILE)
                .mapToObj(n -> person(n) + "," + FIRST.plusSeconds(n) + ",NEGATIVE," + laboratory + "\n")
                .collect(Collectors.joining("", "person_id,taken_at,result,laboratory\n", ""));
        confirm(node.post("/api/v1/imports/samples", "text/csv", BodyPublishers.ofString(file)), first, FILE);
    }

    private void confirm(HttpResponse<String> answer, int first, int count) {
        if (answer.statusCode() == 200) {
            assertThat(answer.body()).contains("\"accepted\":" + count);
            IntStream.range(first, first + count).mapToObj(Senders::key).forEach(confirmed::add);
        }
    }

    private void sweep(ServiceProcess node) throws Exception {
        Sweeping sweeping = new Sweeping(node);
        String id = sweeping.request(Province.day(runs.getAndIncrement()));
        if (sweeping.ended(id).path("state").asText().equals("COMPLETED")) {
            issued.put(id, sweeping.lists(id, MARKETS));
        }
    }

    /** Samples that were confirmed, each as the person and the second at which it was taken. */
    Set<String> confirmed() {
        return Set.copyOf(confirmed);
    }

    /** The lists of runs that had completed. */
    Map<String, SortedMap<String, String>> issued() {
        return Map.copyOf(issued);
    }

    SortedMap<String, String> lists(ServiceProcess node, String sweep) throws IOException, InterruptedException {
        return new Sweeping(node).lists(sweep, MARKETS);
    }

    private static String key(int sample) {
        return person(sample) + " " + FIRST.plusSeconds(sample).getEpochSecond();
    }

    private static String person(int n) {
        return "P-%04d".formatted(n % PEOPLE);
    }
}
