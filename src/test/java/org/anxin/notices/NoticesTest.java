package org.anxin.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.anxin.local.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Notices reach a real receiver: in order, signed, and all of them in the end. */
@Timeout(60)
class NoticesTest {
    private static final byte[] KEY = "0123456789abcdefghijklmnopqrstuv".getBytes(StandardCharsets.US_ASCII);
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration IMPATIENT = Duration.ofMillis(400);
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final TestDatabase database = TestDatabase.migrated();
    private final DataSource source = database.dataSource();
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void register() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into markets (id, name, type, subdistrict)"
                    + " select 'M-' || n, 'm', 'FARMERS', 'S-' || n % 2 from generate_series(1, 3) n order by n");
        }
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        database.close();
    }

    /** Whoever calls a port where nobody listens may be given that very port for the call, for a moment. */
    private Receiver receiver(int port) throws Exception {
        while (true) {
            try {
                Receiver receiver = new Receiver(port);
                open.add(receiver);
                return receiver;
            } catch (BindException e) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private void node(int port) {
        node(port, PATIENT);
    }

    private void node(int port, Duration timeout) {
        Webhook webhook =
                new Webhook("http://127.0.0.1:" + port + "/in", SECRET, timeout, "/binjiang", Clock.systemUTC(), true);
        NoticeSender sender = new NoticeSender(source, webhook, SOON);
        open.add(sender);
        sender.start();
    }

    private static Notice notice(int number) {
        int market = number % 3 + 1;
        return Notice.of(
                "cause/" + number,
                "patrol-finding",
                market,
                "S-" + market % 2,
                out -> out.writeNumberField("n", number));
    }

    private void add(int from, int to) throws SQLException {
        for (int number = from; number < to; number++) {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                Outbox.add(connection, List.of(notice(number)));
                connection.commit();
            }
        }
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "cause/" + number).toList();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        while (!condition.holds()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static void assertInOrder(Receiver receiver) {
        for (int market = 0; market < 3; market++) {
            int rest = market;
            List<Integer> numbers = receiver.taken().stream()
                    .map(id -> Integer.parseInt(id.substring(id.indexOf('/') + 1)))
                    .filter(number -> number % 3 == rest)
                    .toList();
            assertThat(numbers).isSorted();
        }
    }

    @Test
    void aNoticeIsASignedCloudEvent() throws Exception {
        Receiver receiver = receiver(0);
        add(0, 1);
        node(receiver.port());
        await(() -> !receiver.received().isEmpty());
        Receiver.Received one = receiver.received().get(0);
        assertThat(one.headers().getFirst("Content-Type")).isEqualTo("application/cloudevents+json; charset=utf-8");
        assertThat(one.event().path("specversion").asText()).isEqualTo("1.0");
        assertThat(one.event().path("id").asText()).isEqualTo("cause/0");
        assertThat(one.event().path("source").asText()).isEqualTo("/binjiang");
        assertThat(one.event().path("type").asText()).isEqualTo("org.anxin.patrol-finding");
        assertThat(one.event().path("subject").asText()).isEqualTo("markets/M-1");
        assertThat(one.event().path("data").toString())
                .isEqualTo("{\"marketId\":\"M-1\",\"subdistrict\":\"S-1\",\"notice\":{\"n\":0}}");
        String time = one.headers().getFirst("webhook-timestamp");
        assertThat(one.headers().getFirst("webhook-id")).isEqualTo("cause/0");
        assertThat(one.headers().getFirst("webhook-signature"))
                .isEqualTo(signature("cause/0." + time + ".", one.body()));
    }

    private static String signature(String before, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        mac.update(before.getBytes(StandardCharsets.US_ASCII));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    @Test
    void twoNodesSendEachMarketsNoticesInOrderThoughTheReceiverFails() throws Exception {
        Receiver receiver = receiver(0);
        receiver.behave(event -> ThreadLocalRandom.current().nextInt(3) == 0 ? 500 : 204);
        node(receiver.port());
        node(receiver.port());
        add(0, 60);
        await(() -> receiver.taken().size() == 60);
        assertInOrder(receiver);
        assertThat(receiver.received()).anyMatch(one -> !one.taken());
        // Nobody died, so what was taken once was not sent again.
        assertThat(receiver.received().stream().filter(Receiver.Received::taken))
                .hasSize(60);
    }

    @Test
    void aReceiverThatHangsAndThenDiesGetsEverythingOnceItIsBack() throws Exception {
        int port;
        try (Receiver hanging = new Receiver(0)) {
            port = hanging.port();
            CountDownLatch end = new CountDownLatch(1);
            CountDownLatch asked = new CountDownLatch(3);
            hanging.behave(event -> {
                asked.countDown();
                return Receiver.hanging(end).status(event);
            });
            add(0, 12);
            node(port, IMPATIENT);
            node(port, IMPATIENT);
            asked.await();
            end.countDown();
        }
        add(12, 24);
        await(() -> failures() > 3);
        Receiver back = receiver(port);
        await(() -> back.taken().size() == 24);
        assertInOrder(back);
        await(() -> waiting() == 0);
    }

    @Test
    void aRedirectIsARefusalAndIsNotFollowed() throws Exception {
        Receiver receiver = receiver(0);
        receiver.behave(event -> receiver.received().isEmpty() ? 302 : 204);
        add(0, 1);
        node(receiver.port());
        await(() -> receiver.received().size() == 2);
        assertThat(receiver.received()).extracting(Receiver.Received::status).containsExactly(302, 204);
    }

    @Test
    void aCauseThatIsRolledBackLeavesNoNotice() throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Outbox.add(connection, List.of(notice(0), notice(1)));
            connection.rollback();
        }
        assertThat(new Inbox(source).page(null, null, 0, 10)).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void aCauseIsToldOnce() throws Exception {
        add(0, 2);
        add(0, 3);
        assertThat(new Inbox(source).page(null, null, 0, 10))
                .extracting(StoredNotice::id)
                .isEqualTo(ids(0, 3));
    }

    @Test
    void whoeverReadsTheInboxFromWhereTheyStoppedMissesNothing() throws Exception {
        Inbox inbox = new Inbox(source);
        try (Connection first = source.getConnection();
                Connection second = source.getConnection()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            Outbox.add(first, List.of(notice(0)));
            Thread later = new Thread(() -> addAndCommit(second, notice(1)));
            later.start();
            await(() -> count("select count(*) from pg_locks where not granted and locktype = 'advisory'") == 1);
            assertThat(inbox.page(null, null, 0, 10)).isEmpty();
            first.commit();
            later.join();
        }
        List<StoredNotice> all = inbox.page(null, null, 0, 10);
        assertThat(all).extracting(StoredNotice::id).isEqualTo(ids(0, 2));
        assertThat(inbox.page(null, null, all.get(0).no(), 10)).containsExactly(all.get(1));
    }

    private static void addAndCommit(Connection connection, Notice notice) {
        try {
            Outbox.add(connection, List.of(notice));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theInboxOfAMarketOrASubdistrictHasItsOwn() throws Exception {
        add(0, 6);
        Inbox inbox = new Inbox(source);
        assertThat(inbox.page("M-2", null, 0, 10)).extracting(StoredNotice::id).containsExactly("cause/1", "cause/4");
        assertThat(inbox.page(null, "S-1", 0, 3))
                .extracting(StoredNotice::id)
                .containsExactly("cause/0", "cause/2", "cause/3");
    }

    @Test
    void addressesAndSecretsThatAreNoneAreRefusedWithoutBeingRepeated() {
        assertRefused("ftp://127.0.0.1/", SECRET);
        assertRefused("http:///in", SECRET);
        assertRefused("http://127.0.0.1/", "whsec_c2hvcnQ=");
        assertRefused("http://127.0.0.1/", "not base64 at all, but long enough");
    }

    private static void assertRefused(String url, String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Webhook(url, secret, IMPATIENT, "/x", Clock.systemUTC(), true))
                .withMessageNotContaining(secret);
    }

    private int failures() throws SQLException {
        return count("select max(failures) from notice_queues");
    }

    private int waiting() throws SQLException {
        return count("select count(*) from notices where delivered is null");
    }

    private int count(String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
