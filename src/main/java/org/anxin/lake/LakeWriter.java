package org.anxin.lake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.anxin.registry.StoredPerson;
import org.anxin.testing.Absence;
import org.anxin.testing.Assignment;
import org.anxin.testing.Person;
import org.anxin.testing.Sample;
import org.jspecify.annotations.Nullable;

/** Writes markets and people as the Parquet tables of a lake, person by person. */
final class LakeWriter implements Closeable {
    private static final long PEOPLE_OF_PART = 250_000;
    private static final long ROWS_OF_PART = 5_000_000;

    private final List<Closeable> open = new ArrayList<>();
    private final ParquetParts<@Nullable Object[]> markets;
    private final @Nullable ParquetParts<StoredPerson> wide;
    private final @Nullable Narrow narrow;
    private long people;
    private long assignments;
    private long absences;
    private long samples;

    /** The narrow tables. */
    private record Narrow(
            ParquetParts<@Nullable Object[]> persons,
            ParquetParts<@Nullable Object[]> assignments,
            ParquetParts<@Nullable Object[]> absences,
            ParquetParts<@Nullable Object[]> samples) {}

    /** @param lake an empty directory, or one that is made */
    LakeWriter(Path lake, Set<LakeShape> shapes) throws IOException {
        markets = opened(
                new ParquetParts<>(lake.resolve("markets"), () -> new RowWriting(LakeSchema.MARKETS), ROWS_OF_PART));
        wide = shapes.contains(LakeShape.WIDE)
                ? opened(new ParquetParts<>(lake.resolve("people"), PersonWriting::new, PEOPLE_OF_PART))
                : null;
        narrow = shapes.contains(LakeShape.NARROW) ? narrow(lake.resolve("narrow")) : null;
    }

    private Narrow narrow(Path directory) throws IOException {
        return new Narrow(
                opened(new ParquetParts<>(
                        directory.resolve("persons"), () -> new RowWriting(LakeSchema.PERSONS), ROWS_OF_PART)),
                opened(new ParquetParts<>(
                        directory.resolve("assignments"), () -> new RowWriting(LakeSchema.ASSIGNMENTS), ROWS_OF_PART)),
                opened(new ParquetParts<>(
                        directory.resolve("absences"), () -> new RowWriting(LakeSchema.ABSENCES), ROWS_OF_PART)),
                opened(new ParquetParts<>(
                        directory.resolve("samples"), () -> new RowWriting(LakeSchema.SAMPLES), ROWS_OF_PART)));
    }

    private <T extends Closeable> T opened(T parts) {
        open.add(parts);
        return parts;
    }

    void write(LakeMarket market) throws IOException {
        markets.write(new @Nullable Object[] {market.id(), market.type(), market.subdistrict()});
    }

    void write(StoredPerson person) throws IOException {
        Person facts = person.facts();
        people++;
        assignments += facts.assignments().size();
        absences += facts.absences().size();
        samples += facts.samples().size();
        if (wide != null) {
            wide.write(person);
        }
        if (narrow != null) {
            write(person, narrow);
        }
    }

    private static void write(StoredPerson person, Narrow tables) throws IOException {
        Person facts = person.facts();
        Long no = person.no();
        tables.persons.write(new @Nullable Object[] {no, facts.id(), facts.releasedOn()});
        for (int i = 0; i < facts.assignments().size(); i++) {
            Assignment one = facts.assignments().get(i);
            tables.assignments.write(new @Nullable Object[] {
                no,
                one.marketId(),
                one.marketType(),
                one.subdistrict(),
                one.category(),
                person.operatorIds().get(i),
                one.from(),
                one.to()
            });
        }
        for (Absence absence : facts.absences()) {
            tables.absences.write(new @Nullable Object[] {no, absence.from(), absence.to()});
        }
        for (Sample sample : facts.samples()) {
            tables.samples.write(new @Nullable Object[] {no, sample.takenOn(), sample.result()});
        }
    }

    /** What was written. */
    LakeManifest manifest(
            String asOf, @Nullable String knownAt, @Nullable String ruleset, long registered, Set<LakeShape> shapes) {
        return new LakeManifest(
                asOf,
                knownAt,
                ruleset,
                registered,
                people,
                assignments,
                absences,
                samples,
                markets.rows(),
                Collections.unmodifiableSet(shapes));
    }

    @Override
    public void close() throws IOException {
        for (Closeable parts : open) {
            parts.close();
        }
    }
}
