package org.anxin.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.anxin.local.TestDatabase;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Keys of machines: what is stored, what opens, and how soon a revoked one does not. */
class KeyRingTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final int LAST_DAY = Days.of("2022-04-10");

    private final ApiKeys keys = new ApiKeys(DATABASE.dataSource());

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private record Rereading(Duration reread, Duration outage) implements IdentityConfig.Keys {
        @Override
        public int longestDays() {
            return 366;
        }
    }

    private static Clock on(String day) {
        return Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
    }

    private static KeyRing ring(ApiKeys keys, String day, Duration reread, Duration outage) {
        return new KeyRing(keys, on(day), Runnable::run, new Rereading(reread, outage));
    }

    private KeyRing ring(String day) {
        return ring(keys, day, Duration.ofHours(1), Duration.ofHours(1));
    }

    private ApiKeys.Made made(Role... roles) throws SQLException {
        return keys.make(new ApiKeys.Wanted("a test", Set.of(roles), Set.of(), LAST_DAY), "user:maker");
    }

    @Test
    void aKeyOpensWhatItsRolesMayUntilItsLastDay() throws SQLException {
        ApiKeys.Made made = made(Role.LABORATORY);
        Caller caller = ring("2022-04-10").caller(made.secret()).join();
        assertThat(caller).isNotNull();
        assertThat(caller.actor()).isEqualTo("key:" + made.key().id());
        assertThat(caller.roles()).containsExactly(Role.LABORATORY);
        assertThat(ring("2022-04-11").caller(made.secret()).join()).isNull();
    }

    @Test
    void nothingElseOpensAnything() throws SQLException {
        String secret = made(Role.GATE).secret();
        KeyRing ring = ring("2022-04-09");
        char last = secret.charAt(secret.length() - 2);
        String other = secret.substring(0, secret.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + secret.charAt(secret.length() - 1);
        for (String wrong : new String[] {other, secret + "A", secret.substring(1), "anxin_", "anxin_000000000000_"}) {
            assertThat(ring.caller(wrong).join()).isNull();
        }
    }

    @Test
    void whatIsStoredOpensNothing() throws SQLException {
        String secret = made(Role.AUDITOR).secret();
        String proof = secret.substring(secret.lastIndexOf('_') + 1);
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select k::text from api_keys k")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(proof);
            }
        }
    }

    @Test
    void aRevokedKeyOpensNothingOnceTheNodeReadsAgain() throws SQLException {
        ApiKeys.Made made = made(Role.LABORATORY);
        KeyRing here = ring("2022-04-09");
        KeyRing elsewhere = ring(keys, "2022-04-09", Duration.ZERO, Duration.ofHours(1));
        assertThat(here.caller(made.secret()).join()).isNotNull();
        assertThat(elsewhere.caller(made.secret()).join()).isNotNull();
        ApiKey revoked = keys.revoke(made.key().id(), "user:revoker");
        assertThat(revoked).isNotNull();
        assertThat(revoked.revokedBy()).isEqualTo("user:revoker");
        here.forget();
        assertThat(here.caller(made.secret()).join()).isNull();
        assertThat(elsewhere.caller(made.secret()).join()).isNull();
        ApiKey again = keys.revoke(made.key().id(), "user:somebody");
        assertThat(again).isNotNull();
        assertThat(again.revokedBy()).isEqualTo("user:revoker");
    }

    @Test
    void theLastDayOfUseIsKept() throws SQLException {
        ApiKeys.Made made = made(Role.LABORATORY);
        KeyRing ring = ring(keys, "2022-04-09", Duration.ZERO, Duration.ofHours(1));
        ring.caller(made.secret()).join();
        ring.caller(made.secret()).join();
        ApiKey used = keys.find(made.key().id());
        assertThat(used).isNotNull();
        assertThat(used.lastUsedOn()).isEqualTo(Days.of("2022-04-09"));
    }

    @Test
    void madeUpKeysCostNoQuery() {
        AtomicInteger connections = new AtomicInteger();
        KeyRing ring = ring(new ApiKeys(counted(connections)), "2022-04-09", Duration.ofHours(1), Duration.ofHours(1));
        for (int i = 0; i < 100; i++) {
            ring.caller(Secret.fresh().text()).join();
        }
        assertThat(connections.get()).isEqualTo(1);
    }

    @Test
    void keysGoOnWhileTheDatabaseIsAwayButNotForLong() throws SQLException {
        String secret = made(Role.OPERATIONS).secret();
        TestDatabase lost = TestDatabase.migrated();
        ApiKeys stored = new ApiKeys(lost.dataSource());
        ApiKeys.Made made =
                stored.make(new ApiKeys.Wanted("a test", Set.of(Role.GATE), Set.of(), LAST_DAY), "user:maker");
        KeyRing patient = ring(stored, "2022-04-09", Duration.ZERO, Duration.ofHours(1));
        KeyRing hasty = ring(stored, "2022-04-09", Duration.ZERO, Duration.ZERO);
        assertThat(patient.caller(made.secret()).join()).isNotNull();
        assertThat(hasty.caller(made.secret()).join()).isNotNull();
        lost.close();
        assertThat(patient.caller(made.secret()).join()).isNotNull();
        assertThatThrownBy(() -> hasty.caller(secret).join()).hasRootCauseInstanceOf(SQLException.class);
    }

    private static DataSource counted(AtomicInteger connections) {
        return (DataSource) Proxy.newProxyInstance(
                KeyRingTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    connections.incrementAndGet();
                    return method.invoke(DATABASE.dataSource(), arguments);
                });
    }
}
