package org.anxin.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.anxin.local.TestDatabase;
import org.anxin.notices.Inbox;
import org.anxin.notices.StoredNotice;
import org.anxin.patrol.Camera;
import org.anxin.patrol.Check;
import org.anxin.patrol.Fault;
import org.anxin.patrol.FindingState;
import org.anxin.patrol.PatrolDecision;
import org.anxin.patrol.PatrolledMarket;
import org.anxin.patrol.Patrols;
import org.anxin.patrol.Widespread;
import org.anxin.policy.Policy;
import org.anxin.policy.ShippedPolicy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.Snapshot;
import org.anxin.time.Days;
import org.anxin.time.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patrols as they are stored and judged: the same as when they are decided as a whole, in whichever order they come. */
@Timeout(60)
class VisitsTest {
    private static final Policy POLICY = ShippedPolicy.make();
    private static final int MARKETS = 5;
    private static final List<String> ITEMS = List.of("MARKET_CLEANED", "MASK_WORN");

    private final TestDatabase database = TestDatabase.migrated();
    private final AgroalDataSource source = pool(database);
    private final Visits visits = node();
    private final Findings findings = new Findings(source);
    private final Rectifications rectifications = new Rectifications(source);

    private static AgroalDataSource pool(TestDatabase database) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(20)
                            .acquisitionTimeout(Duration.ofSeconds(30))
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.url())
                                    .principal(new NamePrincipal(database.user()))
                                    .credential(new SimplePassword(database.password())))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Visits node() {
        return new Visits(source, new StoredRulesets(source));
    }

    @BeforeEach
    void register() throws SQLException {
        execute("insert into markets (id, name, type, subdistrict) select 'M-' || n, 'm', 'FARMERS', 'S-' || n % 2"
                + " from generate_series(1, " + MARKETS + ") n order by n");
        execute("insert into images values ('" + "a".repeat(64) + "', 1, 'PNG')");
    }

    @AfterEach
    void close() {
        source.close();
        database.close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Moment at(String day, int hour) {
        OffsetDateTime time = OffsetDateTime.parse(day + "T%02d:00:00+08:00".formatted(hour));
        return new Moment(Days.of(day), Times.micros(time.toInstant()));
    }

    private static Visit visit(String id, int market, Moment at, String item, boolean passed) {
        List<Visit.Item> items = List.of(new Visit.Item(item, passed, null));
        return new Visit(id, "M-" + market, at, Check.VISIT, null, null, items, List.of(), null);
    }

    private static Visit failing(String id, int market, String day, String item) {
        return visit(id, market, at(day, 9), item, false);
    }

    private StoredFinding onlyFinding(Visits.Recorded recorded) {
        assertThat(recorded.findings()).hasSize(1);
        return recorded.findings().get(0);
    }

    private List<StoredNotice> notices() throws SQLException {
        return new Inbox(source).page(null, null, 0, 1000);
    }

    @Test
    void aFailedItemIsAFindingThatTheMarketIsTold() throws SQLException {
        StoredFinding finding = onlyFinding(visits.record(failing("C-1", 1, "2022-04-04", "MARKET_CLEANED"), POLICY));
        assertThat(finding.item()).isEqualTo("MARKET_CLEANED");
        assertThat(finding.code()).isEqualTo("ITEM_FAILED");
        assertThat(Days.text(finding.dueOn())).isEqualTo("2022-04-07");
        assertThat(finding.by())
                .isEqualTo(new StoredFinding.Ground(
                        "PT-FIX", "ANXIN-DEFAULTS", POLICY.ruleset().id()));
        assertThat(finding.message().zh()).contains("市场一律清洗消毒", "2022-04-07");
        assertThat(notices()).singleElement().satisfies(notice -> {
            assertThat(notice.type()).isEqualTo("patrol-finding");
            assertThat(notice.marketId()).isEqualTo("M-1");
            assertThat(notice.subdistrict()).isNull();
            assertThat(notice.data()).contains("\"/api/v1/patrol-findings/" + finding.no() + "\"");
        });
    }

    @Test
    void theSameVisitAgainIsAnsweredAlikeAndAnotherOneOfItsIdIsRefused() throws SQLException {
        Visit visit = failing("C-1", 1, "2022-04-04", "MARKET_CLEANED");
        Visits.Recorded first = visits.record(visit, POLICY);
        Visits.Recorded again = visits.record(visit, POLICY);
        assertThat(first.created()).isTrue();
        assertThat(again.created()).isFalse();
        assertThat(again.findings()).isEqualTo(first.findings());
        assertThat(notices()).hasSize(1);
        assertThatExceptionOfType(Visits.OtherVisitException.class)
                .isThrownBy(() -> visits.record(failing("C-1", 2, "2022-04-04", "MARKET_CLEANED"), POLICY));
        assertThat(Objects.requireNonNull(visits.find("C-1")).visit()).isEqualTo(visit);
    }

    @Test
    void theFiguresOfADayCountItsChecksAndHowFindingsStandThen() throws SQLException {
        long no = onlyFinding(visits.record(failing("C-1", 1, "2022-04-04", "MARKET_CLEANED"), POLICY))
                .no();
        visits.record(failing("C-2", 2, "2022-04-05", "MASK_WORN"), POLICY);
        for (int n = 0; n < 10; n++) {
            visits.record(visit("D-" + n, 3, at("2022-04-05", n), "MASK_WORN", true), POLICY);
        }
        rectifications.record(no, proof("2022-04-06", 12));
        assertThat(figures("2022-04-04"))
                .isEqualTo(new PatrolFigures(1, 0, 1, MARKETS, new PatrolFigures.Standing(1, 0, 1, 0)));
        assertThat(figures("2022-04-05"))
                .isEqualTo(new PatrolFigures(11, 0, 1, MARKETS - 1, new PatrolFigures.Standing(2, 0, 2, 0)));
        assertThat(figures("2022-04-06").findings()).isEqualTo(new PatrolFigures.Standing(2, 1, 1, 0));
        assertThat(figures("2022-05-06").findings()).isEqualTo(new PatrolFigures.Standing(2, 1, 0, 1));
    }

    private PatrolFigures figures(String day) throws SQLException {
        return Snapshot.of(source, connection -> PatrolFigures.of(connection, Days.of(day), POLICY.patrol()));
    }

    @Test
    void whatAllMembersSaidIsReadAgain() throws SQLException {
        execute("insert into cameras (id, market_no, name, scene) values ('K-1', 1, 'x', 'ENTRANCE')");
        String image = "a".repeat(64);
        Visit visit = new Visit(
                "C-1",
                "M-1",
                at("2022-04-04", 0),
                Check.VIDEO,
                "K-1",
                image,
                List.of(new Visit.Item("MASK_WORN", false, "两人"), new Visit.Item("STAFF_MASKED", true, null)),
                List.of(image, image),
                "雨天");
        visits.record(visit, POLICY);
        assertThat(Objects.requireNonNull(visits.find("C-1")).visit()).isEqualTo(visit);
        assertThat(visits.page("M-1", Days.of("2022-04-04"), null, 10).items()).containsExactly(visit);
        assertThat(visits.page("M-1", Days.of("2022-04-03"), null, 10).items()).isEmpty();
    }

    @Test
    void anItemThatFailsAgainBeforeItIsRectifiedIsCopiedToTheSubdistrict() throws SQLException {
        long first = onlyFinding(visits.record(failing("C-1", 1, "2022-04-04", "MASK_WORN"), POLICY))
                .no();
        StoredFinding again = onlyFinding(visits.record(failing("C-2", 1, "2022-04-05", "MASK_WORN"), POLICY));
        assertThat(Objects.requireNonNull(again.widespread()).by().rule()).isEqualTo("PT-AGAIN");
        rectifications.record(first, proof("2022-04-05", 12));
        rectifications.record(again.no(), proof("2022-04-05", 12));
        StoredFinding later = onlyFinding(visits.record(failing("C-3", 1, "2022-04-06", "MASK_WORN"), POLICY));
        assertThat(later.widespread()).isNull();
        assertThat(notices())
                .extracting(StoredNotice::type, StoredNotice::subdistrict)
                .containsExactly(
                        tuple("patrol-finding", null), tuple("patrol-finding", "S-1"), tuple("patrol-finding", null));
    }

    @Test
    void anItemThatFailsAtThreeMarketsIsCopiedToTheirSubdistrictsSinceThen() throws SQLException {
        for (int market = 1; market <= 3; market++) {
            visits.record(failing("C-" + market, market, "2022-04-0" + (3 + market), "MASK_WORN"), POLICY);
        }
        assertThat(notices())
                .extracting(StoredNotice::type, StoredNotice::marketId, StoredNotice::subdistrict)
                .containsExactly(
                        tuple("patrol-finding", "M-1", null),
                        tuple("patrol-finding", "M-2", null),
                        tuple("patrol-finding-widespread", "M-1", "S-1"),
                        tuple("patrol-finding-widespread", "M-2", "S-0"),
                        tuple("patrol-finding", "M-3", "S-1"));
        assertThat(findings.page(null, null, Days.of("2022-04-06"), 0, 10).items())
                .hasSize(3)
                .allSatisfy(finding -> assertThat(Objects.requireNonNull(finding.widespread()))
                        .isEqualTo(new StoredFinding.Copied(
                                Days.of("2022-04-06"),
                                new StoredFinding.Ground(
                                        "PT-SPREAD",
                                        "ANXIN-DEFAULTS",
                                        POLICY.ruleset().id()))));
        assertThat(findings.page(null, null, Days.of("2022-04-05"), 0, 10).items())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.widespread()).isNull());
    }

    private static StoredFinding.Rectification proof(String day, int hour) {
        return new StoredFinding.Rectification(at(day, hour), "已整改", List.of("a".repeat(64)));
    }

    @Test
    void aFindingIsOpenThenOverdueThenRectifiedOnAnyDayThatIsAskedAbout() throws SQLException {
        long no = onlyFinding(visits.record(failing("C-1", 1, "2022-04-04", "MARKET_CLEANED"), POLICY))
                .no();
        Rectifications.Recorded done = rectifications.record(no, proof("2022-04-09", 12));
        assertThat(done.created()).isTrue();
        assertThat(rectifications.record(no, proof("2022-04-09", 12)).created()).isFalse();
        assertThatExceptionOfType(Rectifications.OtherRectificationException.class)
                .isThrownBy(() -> rectifications.record(no, proof("2022-04-09", 13)));
        Map<String, FindingState> states = new TreeMap<>();
        for (String day : List.of("2022-04-03", "2022-04-04", "2022-04-07", "2022-04-08", "2022-04-09")) {
            for (FindingState state : FindingState.values()) {
                findings.page("M-1", state, Days.of(day), 0, 10).items().forEach(found -> {
                    assertThat(found.state(Days.of(day))).isEqualTo(state);
                    states.put(day, state);
                });
            }
        }
        assertThat(states)
                .isEqualTo(Map.of(
                        "2022-04-04", FindingState.OPEN,
                        "2022-04-07", FindingState.OPEN,
                        "2022-04-08", FindingState.OVERDUE,
                        "2022-04-09", FindingState.RECTIFIED));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void inWhicheverOrderVisitsComeTheyAreJudgedAsIfDecidedAsAWhole(int seed) throws SQLException {
        Random random = new Random(seed);
        List<Visit> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String day = Days.text(Days.of("2022-04-01") + random.nextInt(25));
            String item = ITEMS.get(random.nextInt(ITEMS.size()));
            Moment at = at(day, random.nextInt(24));
            all.add(visit("C-" + i, 1 + random.nextInt(MARKETS), at, item, random.nextInt(5) == 0));
        }
        List<String> expected = decided(all);
        Collections.shuffle(all, random);
        for (Visit visit : all) {
            visits.record(visit, POLICY);
        }
        List<String> stored = findings.page(null, null, Days.of("2022-05-01"), 0, 1000).items().stream()
                .map(VisitsTest::told)
                .sorted()
                .toList();
        assertThat(stored).isEqualTo(expected);
        assertThat(expected).anyMatch(line -> line.endsWith("PT-SPREAD")).anyMatch(line -> line.endsWith("PT-AGAIN"));
    }

    private static String told(StoredFinding finding) {
        StoredFinding.Copied copied = finding.widespread();
        return finding.visitId() + " " + finding.item() + " " + finding.dueOn() + " "
                + finding.by().rule() + " "
                + (copied == null ? "-" : copied.since() + " " + copied.by().rule());
    }

    private static List<String> decided(List<Visit> visits) {
        List<Check> checks = visits.stream().map(VisitsTest::check).toList();
        List<PatrolledMarket> markets = Stream.of(1, 2, 3, 4, 5)
                .map(no -> new PatrolledMarket("M-" + no, "FARMERS"))
                .toList();
        List<Camera> none = List.of();
        PatrolDecision decision =
                new Patrols(markets, checks, Map.of(), none, 0).decide(POLICY.patrol(), Days.of("2022-05-01"));
        return decision.findings().stream().map(VisitsTest::told).sorted().toList();
    }

    private static Check check(Visit visit) {
        List<Check.Answer> answers = visit.items().stream()
                .map(item -> new Check.Answer(item.item(), item.passed()))
                .toList();
        Moment at = visit.at();
        return new Check(visit.id(), visit.marketId(), "FARMERS", at.day(), at.micros(), visit.means(), answers);
    }

    private static String told(PatrolDecision.Found found) {
        Widespread widespread = found.widespread();
        return found.failure().check() + " " + found.failure().item() + " "
                + (found.failure().on() + found.demand().days()) + " "
                + found.demand().rule().id() + " "
                + (widespread == null
                        ? "-"
                        : widespread.since() + " " + widespread.rule().id());
    }

    @Test
    void nodesThatJudgeAtOnceFindWhatOneWouldFind() throws Exception {
        List<Visits> nodes = List.of(node(), node(), node());
        List<Callable<Visits.Recorded>> work = new ArrayList<>();
        for (int market = 1; market <= MARKETS; market++) {
            Visit visit = failing("C-" + market, market, "2022-04-04", "MASK_WORN");
            nodes.forEach(node -> work.add(() -> node.record(visit, POLICY)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            int created = 0;
            for (Future<Visits.Recorded> each : threads.invokeAll(work)) {
                created += each.get().created() ? 1 : 0;
            }
            assertThat(created).isEqualTo(MARKETS);
        } finally {
            threads.shutdownNow();
        }
        assertThat(findings.page(null, null, Days.of("2022-04-04"), 0, 100).items())
                .hasSize(MARKETS)
                .allSatisfy(finding -> assertThat(finding.widespread()).isNotNull());
        // Whoever was widespread from the start was told once, the two before the third market twice.
        assertThat(notices()).hasSize(MARKETS + 2);
    }

    @Test
    void aVisitThatCannotBeStoredLeavesNothing() throws SQLException {
        execute("alter table notices add constraint refused check (type <> 'patrol-finding')");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> visits.record(failing("C-1", 1, "2022-04-04", "MASK_WORN"), POLICY));
        assertThat(visits.find("C-1")).isNull();
        assertThat(count("patrol_findings")).isZero();
        assertThat(notices()).isEmpty();
    }

    private int count(String table) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void aDayWithNineChecksIsAGapAndOneWithTenIsNot() throws SQLException {
        PatrolDays days = new PatrolDays(source);
        for (int hour = 8; hour < 18; hour++) {
            visits.record(visit("C-" + hour, 1, at("2022-04-04", hour), "MASK_WORN", hour != 8), POLICY);
            if (hour < 17) {
                visits.record(visit("D-" + hour, 2, at("2022-04-04", hour), "MASK_WORN", true), POLICY);
            }
        }
        List<PatrolDays.Day> found =
                days.page(null, Days.of("2022-04-04"), POLICY.patrol(), "", 2).items();
        assertThat(found)
                .extracting(
                        PatrolDays.Day::checks,
                        PatrolDays.Day::failed,
                        day -> day.faults().size())
                .containsExactly(tuple(10, 1, 0), tuple(9, 0, 1));
        assertThat(found.get(1).faults().get(0).code()).isEqualTo("PATROL_GAP");
    }

    @Test
    void camerasAreKnownAsTheyWereReportedAtAnyMoment() throws SQLException {
        execute("insert into cameras (id, market_no, name, scene, registered)"
                + " values ('K-1', 1, 'x', 'ENTRANCE', '2022-04-01T00:00:00+08:00')");
        CameraHealth health = new CameraHealth(source);
        assertThat(health.take(List.of(
                        report("K-1", true, 8),
                        report("K-1", true, 9),
                        report("K-1", false, 10),
                        report("K-1", false, 9),
                        report("K-1", false, 12),
                        report("K-none", true, 8))))
                .containsExactly(
                        CameraHealth.Outcome.ACCEPTED,
                        CameraHealth.Outcome.ACCEPTED,
                        CameraHealth.Outcome.ACCEPTED,
                        CameraHealth.Outcome.UNCHANGED,
                        CameraHealth.Outcome.ACCEPTED,
                        CameraHealth.Outcome.UNKNOWN_CAMERA);
        assertThat(count("camera_states")).isEqualTo(2);
        assertThat(codes("2022-04-04", 9)).doesNotContain("CAMERA_OFFLINE");
        assertThat(codes("2022-04-04", 13)).doesNotContain("CAMERA_OFFLINE");
        assertThat(codes("2022-04-04", 14)).contains("CAMERA_OFFLINE").doesNotContain("CAMERA_SILENT");
        assertThat(codes("2022-04-05", 12)).contains("CAMERA_OFFLINE", "CAMERA_SILENT");
        assertThat(codes("2022-04-04", 9)).filteredOn("SCENE_UNCOVERED"::equals).hasSize(2);
        assertThat(codes("2022-04-02", 9)).contains("CAMERA_SILENT");
    }

    private List<String> codes(String day, int hour) throws SQLException {
        Moment at = at(day, hour);
        return new CameraWatch(source)
                        .page("M-1", Times.instant(at.micros()), at.day(), POLICY.patrol(), "", 1)
                        .items()
                        .get(0)
                        .faults()
                        .stream()
                        .map(Fault::code)
                        .toList();
    }

    private static HealthReport report(String camera, boolean online, int hour) {
        return new HealthReport(camera, online, at("2022-04-04", hour).micros());
    }
}
