package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.anxin.local.Tables;
import org.anxin.local.TestDatabase;
import org.anxin.local.TestServer;
import org.anxin.rulebook.RuleFiles;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which rules decide on each of several nodes, whatever happens to directories, days and the database. */
@Timeout(120)
class ActivePolicyTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String CADENCE = "testing/cadence.drl";
    private static final String WHY = "公告 / Notice";

    private final TestDatabase database = TestDatabase.migrated();
    private final Versions versions = versions();
    private final List<ActivePolicy> nodes = new ArrayList<>();
    private volatile Instant now = Instant.parse("2026-11-24T04:00:00Z");

    @TempDir
    Path directories;

    @AfterEach
    void close() {
        nodes.forEach(node -> node.stop(new ShutdownEvent()));
        database.close();
    }

    private Versions versions() {
        DataSource source = database.dataSource();
        return new Versions(source, new StoredRulesets(source));
    }

    /** The time of the test. */
    private final class TestClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private record Config(Path dataDirectory, Path rulesDirectory, Edits edits) implements RulesConfig {}

    private ActivePolicy start(String name, RulesConfig.Edits edits) throws IOException, SQLException {
        Path directory = directories.resolve(name);
        Config config = new Config(directory.resolve("data"), directory.resolve("rules"), edits);
        DataSource source = database.dataSource();
        StoredRulesets rulesets = new StoredRulesets(source);
        ActivePolicy node = new ActivePolicy(config, new Versions(source, rulesets), rulesets, new TestClock());
        write(name, Map.of());
        nodes.add(node);
        node.start(new StartupEvent());
        return node;
    }

    private void stop(ActivePolicy node) {
        node.stop(new ShutdownEvent());
        nodes.remove(node);
    }

    /** The shipped rules the first time, then the files that change. */
    private void write(String name, Map<String, String> changes) throws IOException {
        Path rules = directories.resolve(name).resolve("rules");
        if (!Files.exists(rules)) {
            save(rules, RuleTexts.shipped().texts());
        }
        save(rules, changes);
    }

    private static void save(Path rules, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = rules.resolve(text.getKey());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text.getValue());
        }
    }

    private static RuleTexts everyDays(int days) {
        RuleTexts shipped = RuleTexts.shipped();
        return shipped.with(
                CADENCE,
                Objects.requireNonNull(shipped.texts().get(CADENCE))
                        .replace("every(3).days()", "every(" + days + ").days()"));
    }

    private void edit(String name, int days) throws IOException {
        write(
                name,
                Map.of(CADENCE, Objects.requireNonNull(everyDays(days).texts().get(CADENCE))));
    }

    private static String id(int days) {
        return RuleFiles.of(everyDays(days).texts()).id();
    }

    private static String deciding(ActivePolicy node) {
        return node.current().ruleset().id();
    }

    private static void await(BooleanSupplier wanted) throws InterruptedException {
        while (!wanted.getAsBoolean()) {
            Thread.sleep(20);
        }
    }

    private int approved(int days) throws SQLException {
        Policy policy = everyDays(days).policy();
        int number = versions.draft(policy, "anna", WHY).version().no();
        versions.approve(number, policy.ruleset().id(), "bert", WHY);
        return number;
    }

    private void activate(int number, String day) throws SQLException {
        versions.activate(number, Days.of(day), "bert", WHY, Days.of("2026-11-24"));
    }

    @Test
    void everyNodeFollowsAnActivationAndARollback() throws Exception {
        ActivePolicy one = start("one", RulesConfig.Edits.DRAFT);
        ActivePolicy two = start("two", RulesConfig.Edits.DRAFT);
        String first = deciding(one);
        int five = approved(5);
        activate(five, "2026-11-24");
        one.follow();
        two.follow();
        assertThat(deciding(one)).isEqualTo(deciding(two)).isEqualTo(id(5));
        assertThat(two.inForce(Days.of("2026-11-23")).ruleset().id()).isEqualTo(first);
        versions.rollBack(five, "bert", WHY, Days.of("2026-11-24"));
        one.follow();
        two.follow();
        assertThat(deciding(one)).isEqualTo(deciding(two)).isEqualTo(first);
        assertThat(one.state().live()).isTrue();
    }

    @Test
    void aScheduledVersionDecidesFromMidnightOn() throws Exception {
        ActivePolicy node = start("one", RulesConfig.Edits.DRAFT);
        String first = deciding(node);
        activate(approved(5), "2026-11-25");
        node.follow();
        assertThat(deciding(node)).isEqualTo(first);
        assertThat(node.lately(Days.of("2026-11-25")).ruleset().id()).isEqualTo(id(5));
        now = Instant.parse("2026-11-24T16:00:00Z");
        node.follow();
        assertThat(deciding(node)).isEqualTo(id(5));
    }

    @Test
    void aScheduledVersionThatCannotBeReadHoldsNothingUp() throws Exception {
        ActivePolicy node = start("one", RulesConfig.Edits.DRAFT);
        String nowhere = "sha256:" + "0".repeat(64);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into rulesets (id, files) values ('" + nowhere + "', '')");
            statement.execute("insert into ruleset_versions (no, ruleset, author, reason) values (99, '" + nowhere
                    + "', 'anna', 'x')");
            statement.execute("insert into ruleset_activations (no, version, effective_from, activator, reason)"
                    + " values (99, 99, '2026-12-01', 'anna', 'x')");
        }
        activate(approved(5), "2026-11-24");
        node.follow();
        assertThat(deciding(node)).isEqualTo(id(5));
        now = Instant.parse("2026-12-01T04:00:00Z");
        node.follow();
        assertThat(deciding(node)).as("the last good one goes on").isEqualTo(id(5));
    }

    @Test
    void inLocalModeAnEditDecidesOnAllNodes() throws Exception {
        ActivePolicy one = start("one", RulesConfig.Edits.LIVE);
        ActivePolicy two = start("two", RulesConfig.Edits.LIVE);
        edit("one", 5);
        await(() -> drafted(id(5)) && deciding(one).equals(id(5)));
        one.follow();
        two.follow();
        assertThat(deciding(two)).isEqualTo(id(5));
        assertThat(two.state().live()).isFalse();
        assertThat(two.state().mistakes()).isEmpty();
    }

    @Test
    void elsewhereAnEditIsADraftThatWaitsForApproval() throws Exception {
        ActivePolicy node = start("one", RulesConfig.Edits.DRAFT);
        String first = deciding(node);
        edit("one", 5);
        await(() -> drafted(id(5)));
        assertThat(deciding(node)).isEqualTo(first);
        assertThat(node.state().directory()).isEqualTo(id(5));
        assertThat(Objects.requireNonNull(versions.find(id(5))).author()).isEqualTo(Versions.DIRECTORY);
        activate(approved(5), "2026-11-24");
        node.follow();
        assertThat(deciding(node)).isEqualTo(id(5));
        assertThat(node.state().live()).isTrue();
    }

    private boolean drafted(String id) {
        try {
            return versions.find(id) != null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRestartServesWhatIsInForceAndNotWhatStandsInTheDirectory() throws Exception {
        stop(start("one", RulesConfig.Edits.LIVE));
        activate(approved(5), "2026-11-24");
        ActivePolicy again = start("one", RulesConfig.Edits.LIVE);
        assertThat(deciding(again)).isEqualTo(id(5));
        assertThat(again.state().live()).isFalse();
    }

    @Test
    void anEditMadeWhileTheServiceWasDownGoesLiveInLocalMode() throws Exception {
        stop(start("one", RulesConfig.Edits.LIVE));
        edit("one", 4);
        ActivePolicy again = start("one", RulesConfig.Edits.LIVE);
        assertThat(deciding(again)).isEqualTo(id(4));
        assertThat(versions.timetable().activations()).hasSize(2);
    }

    @Test
    void aRestartOnBadFilesServesWhatIsInForceAndShowsTheMistakes() throws Exception {
        ActivePolicy before = start("one", RulesConfig.Edits.LIVE);
        String first = deciding(before);
        stop(before);
        write("one", Map.of(CADENCE, "nonsense"));
        ActivePolicy again = start("one", RulesConfig.Edits.LIVE);
        assertThat(deciding(again)).isEqualTo(first);
        assertThat(again.state().mistakes()).isNotEmpty();
    }

    @Test
    void withoutTheDatabaseTheLastRulesGoOnAndAnEditIsStoredWhenItIsBack() throws Exception {
        ActivePolicy live = start("one", RulesConfig.Edits.LIVE);
        ActivePolicy other = start("two", RulesConfig.Edits.DRAFT);
        String first = deciding(other);
        TestServer.crash();
        try {
            other.follow();
            assertThat(deciding(other)).isEqualTo(first);
            edit("one", 5);
            await(() -> deciding(live).equals(id(5)));
        } finally {
            TestServer.start();
        }
        live.follow();
        other.follow();
        assertThat(deciding(live)).isEqualTo(deciding(other)).isEqualTo(id(5));
    }

    @Test
    void anEmptiedDatabaseGetsTheDecidingRulesAgain() throws Exception {
        ActivePolicy node = start("one", RulesConfig.Edits.DRAFT);
        Tables.empty(database.dataSource(), "rulesets");
        node.follow();
        assertThat(Objects.requireNonNull(versions.timetable().inForce(Days.of("2026-11-24")))
                        .ruleset())
                .isEqualTo(deciding(node));
    }
}
