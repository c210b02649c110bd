package org.anxin.lake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anxin.registry.StoredPerson;
import org.anxin.testing.Absence;
import org.anxin.testing.Assignment;
import org.anxin.testing.Person;
import org.anxin.testing.Sample;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Writes a population as the files that the service imports (SPEC section 7). */
final class PopulationCsv implements AutoCloseable {
    private final BufferedWriter markets;
    private final BufferedWriter operators;
    private final BufferedWriter people;
    private final BufferedWriter assignments;
    private final BufferedWriter absences;
    private final BufferedWriter samples;

    PopulationCsv(Path directory) throws IOException {
        Files.createDirectories(directory);
        markets = open(directory, "markets", "id,name,type,subdistrict");
        operators = open(directory, "operators", "id,market_id,name,sells_imported,activated_on,letter_signed_on");
        people = open(directory, "people", "id,name,id_number,phone,released_on");
        assignments = open(directory, "assignments", "person_id,market_id,category,from,operator_id,to");
        absences = open(directory, "absences", "person_id,from,to,reason");
        samples = open(directory, "samples", "person_id,taken_at,result,laboratory");
    }

    private static BufferedWriter open(Path directory, String name, String header) throws IOException {
        BufferedWriter file = Files.newBufferedWriter(directory.resolve(name + ".csv"));
        file.write(header + "\n");
        return file;
    }

    void write(LakeMarket market) throws IOException {
        line(markets, market.id(), market.id(), market.type(), market.subdistrict());
    }

    void write(Population.Operator operator) throws IOException {
        line(operators, operator.id(), operator.marketId(), operator.id(), "false", "", "");
    }

    void write(StoredPerson person) throws IOException {
        Person facts = person.facts();
        line(people, facts.id(), "", "", "", day(facts.releasedOn()));
        for (int i = 0; i < facts.assignments().size(); i++) {
            Assignment one = facts.assignments().get(i);
            line(
                    assignments,
                    facts.id(),
                    one.marketId(),
                    one.category(),
                    day(one.from()),
                    person.operatorIds().get(i),
                    day(one.to()));
        }
        for (Absence absence : facts.absences()) {
            line(absences, facts.id(), day(absence.from()), day(absence.to()), "");
        }
        for (Sample sample : facts.samples()) {
            line(samples, facts.id(), day(sample.takenOn()) + "T10:00:00+08:00", sample.result(), "");
        }
    }

    private static String day(int day) {
        return Days.known(day) ? Days.text(day) : "";
    }

    /** Nothing of what is generated needs quotes. */
    private static void line(BufferedWriter file, @Nullable String... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            file.write(i == 0 ? "" : ",");
            @Nullable String value = values[i];
            file.write(value == null ? "" : value);
        }
        file.write('\n');
    }

    @Override
    public void close() throws IOException {
        markets.close();
        operators.close();
        people.close();
        assignments.close();
        absences.close();
        samples.close();
    }
}
