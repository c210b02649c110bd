package org.anxin.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.anxin.policy.Policy;
import org.anxin.registry.StoredPerson;
import org.anxin.rulebook.RuleFiles;
import org.anxin.sweep.Deciding;
import org.anxin.sweep.ListedPerson;
import org.anxin.sweep.Listing;
import org.anxin.sweep.MarketList;
import org.anxin.table.CsvBytes;
import org.anxin.testing.Status;
import org.anxin.time.Days;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/**
 * What a single thread without any engine takes to read a wide lake, decide everybody and write all lists: parquet-java, the
 * service's classes and a loop.
 */
public final class PlainLoop {
    private PlainLoop() {}

    /** How to start it, in a process of its own. */
    static ProcessBuilder command(String lake, String day) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlainLoop.class.getName(),
                        lake,
                        day)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/bench/plain.log"));
    }

    /** @param args the lake, and the day */
    public static void main(String[] args) throws IOException {
        Path lake = Path.of(args[0]);
        int asOf = Days.of(args[1]);
        Policy policy = Policy.of(java.util.Objects.requireNonNull(
                Policy.RULEBOOK.read(RuleFiles.read(lake.resolve("rules"))).ruleset()));
        Deciding deciding = new Deciding(policy);
        Map<Status, Integer> byStatus = new TreeMap<>();
        Map<String, List<ListedPerson>> lists = new TreeMap<>();
        Path target = Files.createTempDirectory(lake, "lists");
        try (Stream<Path> parts = Files.list(lake.resolve("people"))) {
            for (Path part : parts.sorted().toList()) {
                read(part, person -> {
                    Deciding.Decided decided = (Deciding.Decided) deciding.of(person, asOf);
                    byStatus.merge(decided.finding().status(), 1, Integer::sum);
                    for (Listing one : Listing.of(person.facts().id(), decided.finding())) {
                        lists.computeIfAbsent(CsvLists.name(one.kind(), one.marketId()), none -> new ArrayList<>())
                                .add(one.person());
                    }
                });
            }
        }
        System.out.println(byStatus + " " + lists.size() + " " + target);
    }

    private static void read(Path part, java.util.function.Consumer<StoredPerson> people) throws IOException {
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(part.toUri()))
                .withConf(new Configuration())
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                people.accept(PlainRows.person(row));
            }
        }
    }
}
