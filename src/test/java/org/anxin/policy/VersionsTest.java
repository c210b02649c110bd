package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.anxin.local.TestDatabase;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
    private static final Policy SHIPPED = ShippedPolicy.make();
    private static final Policy FIVE_DAYS = edited("every(3).days()", "every(5).days()");
    private static final Policy FOUR_DAYS = edited("every(3).days()", "every(4).days()");
    private static final int TODAY = Days.of("2026-11-24");
    private static final String WHY = "公告 / Notice";

    private final TestDatabase database = TestDatabase.migrated();
    private final Versions versions = new Versions(database.dataSource(), new StoredRulesets(database.dataSource()));

    private static Policy edited(String old, String fresh) {
        RuleTexts shipped = RuleTexts.shipped();
        String text = Objects.requireNonNull(shipped.texts().get("testing/cadence.drl"));
        return shipped.with("testing/cadence.drl", text.replaceFirst(quoted(old), fresh))
                .policy();
    }

    private static String quoted(String text) {
        return java.util.regex.Pattern.quote(text);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private int draft(Policy policy) throws SQLException {
        return versions.draft(policy, "anna", WHY).version().no();
    }

    private int approved(Policy policy) throws SQLException {
        int number = draft(policy);
        versions.approve(number, policy.ruleset().id(), "bert", WHY);
        return number;
    }

    private void activate(int number, String day) throws SQLException {
        versions.activate(number, Days.of(day), "bert", WHY, TODAY);
    }

    private int inForce(String day) throws SQLException {
        return Objects.requireNonNull(versions.timetable().inForce(Days.of(day)))
                .version();
    }

    private VersionState state(int number) throws SQLException {
        return versions.timetable().state(Objects.requireNonNull(versions.find(number)), TODAY);
    }

    @Test
    void theFirstVersionIsInForceFromTheBeginning() throws SQLException {
        assertThat(versions.timetable().inForce(TODAY)).isNull();
        versions.replace(SHIPPED, Versions.DIRECTORY, WHY, TODAY);
        versions.replace(SHIPPED, Versions.DIRECTORY, WHY, TODAY);
        assertThat(versions.timetable().activations()).hasSize(1);
        assertThat(inForce("1900-01-01")).isEqualTo(1);
        assertThat(state(1)).isEqualTo(VersionState.ACTIVE);
        versions.replace(FIVE_DAYS, Versions.DIRECTORY, WHY, TODAY);
        assertThat(inForce("1900-01-01")).isEqualTo(2);
        assertThat(state(1)).isEqualTo(VersionState.RETIRED);
    }

    @Test
    void contentIsOneVersionHoweverOftenItIsDrafted() throws SQLException {
        Versions.Stored first = versions.draft(SHIPPED, "anna", WHY);
        Versions.Stored again = versions.draft(SHIPPED, "carl", "other");
        assertThat(first.fresh()).isTrue();
        assertThat(again.fresh()).isFalse();
        assertThat(again.version()).isEqualTo(first.version());
        assertThat(draft(FIVE_DAYS)).isEqualTo(2);
        assertThat(versions.latest(Integer.MAX_VALUE, 10))
                .extracting(RulesetVersion::no)
                .containsExactly(2, 1);
        assertThat(versions.find(SHIPPED.ruleset().id())).isEqualTo(first.version());
        assertThat(state(1)).isEqualTo(VersionState.DRAFT);
    }

    @Test
    void anApprovalIsBoundToTheContentAndToAnotherPerson() throws SQLException {
        int number = draft(SHIPPED);
        assertThatThrownBy(() -> versions.approve(number, FIVE_DAYS.ruleset().id(), "bert", WHY))
                .isInstanceOf(VersionConflictException.class)
                .hasMessageContaining(SHIPPED.ruleset().id());
        assertThatThrownBy(() -> versions.approve(number, SHIPPED.ruleset().id(), "anna", WHY))
                .isInstanceOf(VersionConflictException.class)
                .hasMessageContaining("did not write");
        assertThat(state(number)).isEqualTo(VersionState.DRAFT);
        RulesetVersion approved = versions.approve(number, SHIPPED.ruleset().id(), "bert", WHY);
        assertThat(Objects.requireNonNull(approved.approval()).approver()).isEqualTo("bert");
        assertThat(versions.approve(number, SHIPPED.ruleset().id(), "carl", "other"))
                .isEqualTo(approved);
        assertThat(state(number)).isEqualTo(VersionState.APPROVED);
    }

    @Test
    void inLocalModeTheOneUserApprovesToo() throws SQLException {
        int number = versions.draft(SHIPPED, Versions.LOCAL, WHY).version().no();
        versions.approve(number, SHIPPED.ruleset().id(), Versions.LOCAL, WHY);
        assertThat(state(number)).isEqualTo(VersionState.APPROVED);
    }

    @Test
    void onlyApprovedVersionsComeIntoForceEachFromItsDay() throws SQLException {
        versions.replace(SHIPPED, Versions.DIRECTORY, WHY, TODAY);
        int five = draft(FIVE_DAYS);
        assertThatThrownBy(() -> activate(five, "2026-12-01")).isInstanceOf(VersionConflictException.class);
        approved(FIVE_DAYS);
        activate(five, "2026-12-01");
        activate(five, "2026-12-01");
        assertThat(versions.timetable().activations()).hasSize(2);
        assertThat(inForce("2026-11-30")).isEqualTo(1);
        assertThat(inForce("2026-12-01")).isEqualTo(five);
        assertThat(state(five)).isEqualTo(VersionState.APPROVED);
        int four = approved(FOUR_DAYS);
        activate(four, "2026-11-24");
        assertThat(inForce("2026-11-23")).isEqualTo(1);
        assertThat(inForce("2026-11-24")).isEqualTo(four);
        assertThat(inForce("2026-12-01"))
                .as("what is scheduled stays scheduled")
                .isEqualTo(five);
        assertThat(state(1)).isEqualTo(VersionState.RETIRED);
        assertThatThrownBy(() -> activate(five, "2026-11-23"))
                .as("it would never take effect")
                .isInstanceOf(VersionConflictException.class)
                .hasMessageContaining("2026-11-24");
    }

    @Test
    void anEditInTheDirectoryTakesTheDaysOfTheVersionInForceAndNoOthers() throws SQLException {
        versions.replace(SHIPPED, Versions.DIRECTORY, WHY, TODAY);
        activate(approved(FIVE_DAYS), "2026-11-01");
        versions.replace(FOUR_DAYS, Versions.DIRECTORY, WHY, TODAY);
        assertThat(inForce("2026-10-31")).isEqualTo(1);
        assertThat(inForce("2026-11-01")).isEqualTo(3);
        assertThat(versions.timetable().lastOfDirectory())
                .isEqualTo(FOUR_DAYS.ruleset().id());
    }

    @Test
    void rollbacksLeadEverFurtherBack() throws SQLException {
        versions.replace(SHIPPED, Versions.DIRECTORY, WHY, TODAY);
        int five = approved(FIVE_DAYS);
        int four = approved(FOUR_DAYS);
        activate(five, "2026-11-20");
        activate(four, "2026-11-24");
        Activation undone = versions.rollBack(four, "anna", WHY, TODAY);
        assertThat(undone.version()).isEqualTo(five);
        assertThat(inForce("2026-11-24")).isEqualTo(five);
        assertThat(state(four)).isEqualTo(VersionState.RETIRED);
        assertThatThrownBy(() -> versions.rollBack(four, "anna", WHY, TODAY))
                .as("a second press of the button undoes nothing more")
                .isInstanceOf(VersionConflictException.class);
        assertThat(versions.rollBack(five, "anna", WHY, TODAY).version()).isEqualTo(1);
        assertThat(inForce("2026-11-24")).isEqualTo(1);
        assertThat(inForce("2026-11-23")).isEqualTo(five);
        assertThatThrownBy(() -> versions.rollBack(1, "anna", WHY, TODAY)).isInstanceOf(VersionConflictException.class);
    }

    @Test
    void whatIsScheduledCanBeTakenBack() throws SQLException {
        versions.replace(SHIPPED, Versions.DIRECTORY, WHY, TODAY);
        int five = approved(FIVE_DAYS);
        activate(five, "2026-12-01");
        versions.rollBack(five, "anna", WHY, TODAY);
        assertThat(inForce("2026-12-01")).isEqualTo(1);
        assertThat(state(five)).isEqualTo(VersionState.RETIRED);
        activate(five, "2026-12-02");
        assertThat(inForce("2026-12-02")).isEqualTo(five);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update rulesets set first_used = now()",
                "delete from rulesets",
                "update ruleset_versions set author = 'x'",
                "delete from ruleset_approvals",
                "update ruleset_approvals set approver = 'x'",
                "update ruleset_activations set effective_from = '2026-01-01'",
                "delete from ruleset_activations"
            })
    void nothingStoredCanBeChanged(String sql) throws SQLException {
        versions.replace(SHIPPED, Versions.DIRECTORY, WHY, TODAY);
        approved(FIVE_DAYS);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("never changed");
        }
    }

    @Test
    void manyAtOnceGetOneVersionForEachContentAndNumbersWithoutGaps() throws Exception {
        List<Policy> contents = List.of(SHIPPED, FIVE_DAYS, FOUR_DAYS);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> asked = threads.invokeAll(IntStream.range(0, 30)
                    .<Callable<Integer>>mapToObj(i -> () -> draft(contents.get(i % 3)))
                    .toList());
            for (Future<Integer> one : asked) {
                assertThat(one.get()).isBetween(1, 3);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(versions.latest(Integer.MAX_VALUE, 10)).hasSize(3);
    }
}
