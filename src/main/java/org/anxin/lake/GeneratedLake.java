package org.anxin.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.anxin.registry.StoredPerson;
import org.anxin.time.Days;

/** Writes a population to files, person by person, so that memory does not depend on how many there are. */
public final class GeneratedLake {
    private GeneratedLake() {}

    /**
     * Writes a lake without rules, and beside it what the service imports.
     *
     * @param target a directory that is not there yet
     * @param shapes which tables to write
     * @param csv whether to write {@code csv/} too
     * @return what was written
     */
    public static LakeManifest write(Path target, Population population, Set<LakeShape> shapes, boolean csv)
            throws IOException {
        try (LakeDirectory directory = new LakeDirectory(target)) {
            Path lake = directory.filling();
            LakeManifest manifest;
            try (LakeWriter tables = new LakeWriter(lake, shapes)) {
                if (csv) {
                    writeCsv(population, lake.resolve("csv"));
                }
                write(population, tables);
                manifest = tables.manifest(Days.text(population.asOf()), null, null, population.people(), shapes);
            }
            manifest.write(lake);
            directory.show();
            return manifest;
        }
    }

    private static void write(Population population, LakeWriter tables) throws IOException {
        for (long number = 1; number <= population.markets(); number++) {
            tables.write(population.market(number));
        }
        for (long no = 1; no <= population.people(); no++) {
            tables.write(population.person(no));
        }
    }

    private static void writeCsv(Population population, Path directory) throws IOException {
        try (PopulationCsv files = new PopulationCsv(directory)) {
            for (long number = 1; number <= population.markets(); number++) {
                files.write(population.market(number));
                for (long operator = 1; operator <= population.operators(number); operator++) {
                    files.write(Population.operator(number, operator));
                }
            }
            for (long no = 1; no <= population.people(); no++) {
                StoredPerson person = population.person(no);
                files.write(person);
            }
        }
    }
}
