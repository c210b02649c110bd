package org.anxin.demo;

import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchJson;
import org.anxin.desk.AdmissionDesk;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.json.Json;
import org.anxin.json.LineInput;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.policy.Versions;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Declares the batches of the demo district at its desk, on the day that the district is about. */
@Singleton
public class DemoBatches {
    private static final String FILE = "/demo/binjiang-2022-04/batches.ndjson";
    private static final int DAY = Days.of("2022-04-07");
    private static final Fields LINE = Fields.of("batch").requiring("batch");

    private final AdmissionDesk desk;
    private final ActivePolicy activePolicy;
    private final Clock clock;

    DemoBatches(AdmissionDesk desk, ActivePolicy activePolicy, Clock clock) {
        this.desk = desk;
        this.activePolicy = activePolicy;
        this.clock = clock;
    }

    /** Declares them; those that are there already stay as they are. */
    public void declare() throws IOException, SQLException {
        Policy policy = activePolicy.current();
        try (InputStream in = DemoBatches.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new FileNotFoundException(FILE);
            }
            LineInput lines = new LineInput(in, () -> {});
            while (lines.next()) {
                Batch batch = FactInput.read(
                        Json.parser(lines.bytes(), 0, lines.length()),
                        policy.ruleset().words(),
                        clock.getZone(),
                        DemoBatches::line);
                desk.declare(batch, new AdmissionDesk.Deciding(DAY, policy, Versions.LOCAL));
            }
        }
    }

    private static @Nullable Batch line(FactInput in) throws IOException {
        Batch batch = null;
        if (in.begins(LINE)) {
            while (in.next()) {
                batch = BatchJson.read(in, new HashSet<>());
            }
        }
        return batch;
    }
}
