package org.anxin.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.anxin.ledger.Verifying;
import org.anxin.load.EvaluateCalls;
import org.anxin.local.TestDatabase;
import org.anxin.personal.Forgetting;
import org.anxin.policy.Policy;
import org.anxin.policy.ShippedPolicy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.DemoDistrict;
import org.anxin.rulebook.Retention;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;

/** Whom the rules say to forget is forgotten in the night; sweeps, lists and the log stay what they were. */
class RetentionRunTest {
    private static final Policy POLICY = ShippedPolicy.make();
    private static final int DAY = Days.of("2022-04-07");

    private static String one(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static String counts(TestDatabase database) throws SQLException {
        return one(
                database,
                "select concat((select json_agg(s order by no) from sweeps s),"
                        + " (select string_agg(s::text, ' ' order by s::text) from sweep_shards s),"
                        + " (select md5(string_agg(r::text, ' ' order by r::text)) from results r),"
                        + " (select count(*) from suspensions), (select count(*) from assignments))");
    }

    private static void sweep(TestDatabase database) throws SQLException, InterruptedException {
        StoredRulesets rulesets = new StoredRulesets(database.dataSource());
        Sweeps sweeps = new Sweeps(database.dataSource(), rulesets);
        try (SweepNode node =
                new SweepNode(database.dataSource(), rulesets, 2, new EvaluateCalls(), Clock.systemUTC())) {
            node.start();
            Sweep run = sweeps.request(DAY, null, POLICY);
            node.look();
            while (run.state() == SweepState.RUNNING) {
                Thread.sleep(5);
                run = Objects.requireNonNull(sweeps.find(run.id()));
            }
            assertThat(run.state()).isEqualTo(SweepState.COMPLETED);
        }
    }

    @Test
    void whoeverIsGoneForAsLongAsTheRulesSayIsForgottenAndEveryCountStays() throws Exception {
        Retention retention = Objects.requireNonNull(POLICY.ruleset().retention());
        try (TestDatabase database = TestDatabase.migrated()) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement change = connection.createStatement()) {
                DemoDistrict.load(connection);
                // Everybody's last day is in April; one stays.
                change.execute("update assignments set to_on = '2022-04-30' where person_no <> 1");
                change.execute("update assignments set to_on = null where person_no = 1");
                change.execute("update absences set to_on = '2022-04-30' where to_on is null or to_on > '2022-04-30'");
            }
            sweep(database);
            one(database, "select no from seal_decisions()");
            String before = counts(database);
            int lastDay = Days.of("2022-04-30");
            Forgetting forgetting = new Forgetting(database.dataSource());
            assertThat(RetentionRun.run(forgetting, retention, lastDay + retention.days()))
                    .isEqualTo(new Forgetting.Forgotten(0, 0));
            assertThat(RetentionRun.run(forgetting, null, lastDay + 10_000)).isEqualTo(new Forgetting.Forgotten(0, 0));
            Forgetting.Forgotten gone =
                    Objects.requireNonNull(RetentionRun.run(forgetting, retention, lastDay + retention.days() + 1));
            assertThat(gone.people()).isGreaterThan(1_000);
            assertThat(gone.records()).isGreaterThan(1_000);
            assertThat(one(database, "select count(*) from people where name is not null"))
                    .isEqualTo(one(
                            database,
                            "select count(*) from people p where name is not null and (no = 1 or exists (select from"
                                    + " suspensions where person_no = p.no and lifted_sweep is null) or not exists (select"
                                    + " from assignments where person_no = p.no))"));
            assertThat(counts(database)).isEqualTo(before);
            assertThat(Verifying.of(database.dataSource(), LocalDate.of(2000, 1, 1), LocalDate.of(2999, 12, 31), 100)
                            .intact())
                    .isTrue();
        }
    }
}
