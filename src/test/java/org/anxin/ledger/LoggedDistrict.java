package org.anxin.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchJson;
import org.anxin.desk.AdmissionDesk;
import org.anxin.json.FactInput;
import org.anxin.json.Json;
import org.anxin.load.EvaluateCalls;
import org.anxin.local.TestDatabase;
import org.anxin.policy.Policy;
import org.anxin.policy.ShippedPolicy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.DemoDistrict;
import org.anxin.replay.Replay;
import org.anxin.replay.Replayed;
import org.anxin.sweep.Sweep;
import org.anxin.sweep.SweepNode;
import org.anxin.sweep.SweepState;
import org.anxin.sweep.Sweeps;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** The demo district, swept on two days, with its batches decided: a log to verify and to decide again. */
record LoggedDistrict(TestDatabase database) implements AutoCloseable {
    static final Policy POLICY = ShippedPolicy.make();
    static final String DAY = "2022-04-07";
    private static final String NEXT_DAY = "2022-04-08";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static LoggedDistrict make() {
        TestDatabase database = TestDatabase.migrated();
        LoggedDistrict district = new LoggedDistrict(database);
        try {
            try (Connection connection = database.dataSource().getConnection()) {
                DemoDistrict.load(connection);
            }
            district.sweep(DAY, NEXT_DAY);
            district.declareBatches();
            district.rows("select no from seal_decisions()");
        } catch (SQLException | IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return district;
    }

    /** Another one with the same rows, to be tampered with. */
    LoggedDistrict copy() {
        return new LoggedDistrict(database.copy());
    }

    void sweep(String... days) throws SQLException, InterruptedException {
        DataSource source = database.dataSource();
        StoredRulesets rulesets = new StoredRulesets(source);
        Sweeps sweeps = new Sweeps(source, rulesets);
        try (SweepNode node = new SweepNode(source, rulesets, 2, new EvaluateCalls(), Clock.system(ZONE))) {
            node.start();
            for (String day : days) {
                Sweep run = sweeps.request(Days.of(day), null, POLICY);
                node.look();
                while (run.state() == SweepState.RUNNING) {
                    Thread.sleep(5);
                    run = Objects.requireNonNull(sweeps.find(run.id()));
                }
                if (run.state() != SweepState.COMPLETED) {
                    throw new AssertionError(run);
                }
            }
        }
    }

    private void declareBatches() throws SQLException, IOException {
        DataSource source = database.dataSource();
        AdmissionDesk desk = new AdmissionDesk(source, new StoredRulesets(source));
        for (Batch batch : demoBatches()) {
            desk.declare(batch, new AdmissionDesk.Deciding(Days.of(DAY), POLICY, "local"));
        }
    }

    static List<Batch> demoBatches() throws IOException {
        List<Batch> batches = new ArrayList<>();
        try (InputStream file = LoggedDistrict.class.getResourceAsStream("/demo/binjiang-2022-04/batches.ndjson")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                byte[] bytes = line.substring("{\"batch\":".length(), line.length() - 1)
                        .getBytes(StandardCharsets.UTF_8);
                batches.add(FactInput.read(
                        Json.parser(bytes, 0, bytes.length),
                        POLICY.ruleset().words(),
                        ZONE,
                        in -> BatchJson.read(in, new HashSet<>())));
            }
        }
        return batches;
    }

    Verification verify() throws SQLException {
        return Verifying.of(database.dataSource(), LocalDate.of(2000, 1, 1), LocalDate.of(2999, 12, 31), 100);
    }

    Replayed replay(@Nullable LogKind kind) throws SQLException {
        return new Replay(database.dataSource(), 1000).of(Days.of("2022-01-01"), Days.of("2022-12-31"), kind);
    }

    /** What nobody should: rows are changed past all triggers. */
    void tamper(String sql) throws SQLException {
        try (Connection superuser = database.superuser().getConnection();
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }

    /** The rows of a query, each as its columns with a space between. */
    List<String> rows(String sql) throws SQLException {
        return database.rows(sql);
    }

    @Override
    public void close() {
        database.close();
    }
}
