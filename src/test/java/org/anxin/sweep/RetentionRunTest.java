package org.anxin.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.anxin.ledger.Verifying;
import org.anxin.personal.Forgetting;
import org.anxin.rulebook.Retention;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom the rules say to forget is forgotten in the night; sweeps, lists and the log stay what they were. */
class RetentionRunTest {
    private static final int LAST_DAY = Days.of("2022-04-30");
    private static final Forgetting.Forgotten NOBODY = new Forgetting.Forgotten(0, 0);

    private final SweepDistrict district = SweepDistrict.demo();
    private final Forgetting forgetting = new Forgetting(district.source());
    private final Retention retention =
            Objects.requireNonNull(SweepDistrict.POLICY.ruleset().retention());

    /** Everybody has a name, and a last day in April; one stays. */
    @BeforeEach
    void sweep() throws SQLException, InterruptedException {
        district.execute("update people set name = sha512('x')");
        district.execute("update assignments set to_on = case when person_no <> 1 then date '2022-04-30' end");
        district.execute("update absences set to_on = '2022-04-30' where to_on is null or to_on > '2022-04-30'");
        district.start();
        assertThat(district.run("2022-04-07").state()).isEqualTo(SweepState.COMPLETED);
        district.rows("select no from seal_decisions()");
    }

    @AfterEach
    void close() {
        district.close();
    }

    private Forgetting.Forgotten after(int days) throws SQLException {
        return Objects.requireNonNull(RetentionRun.run(forgetting, retention, LAST_DAY + days));
    }

    @Test
    void nobodyIsForgottenBeforeTheTimeOrWithoutARule() throws SQLException {
        assertThat(after(retention.days())).isEqualTo(NOBODY);
        assertThat(RetentionRun.run(forgetting, null, LAST_DAY + 10_000)).isEqualTo(NOBODY);
    }

    @Test
    void whoeverIsGoneForLongEnoughIsForgottenAndEveryCountStays() throws SQLException {
        List<List<String>> before = counts();
        Forgetting.Forgotten gone = after(retention.days() + 1);
        assertThat(gone.people()).isGreaterThan(1_000);
        assertThat(gone.records()).isGreaterThan(1_000);
        assertThat(district.rows("select no from people where name is not null order by no"))
                .contains("1")
                .isEqualTo(district.rows("select no from people p where no = 1 or exists (select from suspensions where"
                        + " person_no = p.no and lifted_sweep is null) or not exists (select from assignments where"
                        + " person_no = p.no) order by no"));
        assertThat(counts()).isEqualTo(before);
        assertThat(Verifying.of(district.source(), LocalDate.of(2000, 1, 1), LocalDate.of(2999, 12, 31), 100)
                        .intact())
                .isTrue();
    }

    private List<List<String>> counts() throws SQLException {
        return List.of(
                district.rows("select to_jsonb(s) from sweeps s order by no"),
                district.rows("select to_jsonb(s) from sweep_shards s order by 1"),
                district.rows("select to_jsonb(r) from results r order by 1"),
                district.rows("select count(*) from suspensions"),
                district.rows("select count(*) from assignments"));
    }
}
