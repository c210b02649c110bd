package org.anxin.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.anxin.local.TestDatabase;
import org.anxin.onboarding.Letter;
import org.anxin.onboarding.Onboarding;
import org.anxin.onboarding.Roster;
import org.anxin.onboarding.Signature;
import org.anxin.onboarding.Span;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StoredRostersTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final int FEB = Days.of("2022-02-20");
    private static final int MARCH = Days.of("2022-03-01");

    private static Connection connection;

    @BeforeAll
    static void load() throws SQLException {
        connection = DATABASE.dataSource().getConnection();
        execute("""
                insert into markets (id, name, type, subdistrict) values
                    ('M-1', '一', 'FARMERS', null), ('M-2', '二', 'PROFESSIONAL', '浦沿街道');
                insert into letters (id, valid_from, zh, en) values ('L-1', '2022-02-20', '书', 'x');
                insert into operators (id, market_no, name, sells_imported, activated_on, letter_signed_on)
                    values ('O-1', 2, '甲', true, '2022-02-20', '2022-02-20'), ('O-2', 1, '乙', false, null, null);
                insert into people (id) values ('P-1'), ('P-2'), ('P-3');
                insert into assignments (person_no, market_no, category, from_on, operator_no)
                    values (1, 2, 'DIRECT_CONTACT', '2022-03-01', 1), (3, 1, 'STAFF', '2022-03-01', 2);
                insert into activations (operator_no, from_on) values (1, '2022-03-01');
                insert into activations (person_no, from_on, to_on) values (1, '2022-02-20', '2022-03-01');
                insert into signatures (person_no, letter_no, signed_on) values (1, 1, '2022-03-01');
                insert into import_operators (operator_no, from_on) values (1, '2022-03-01');
                insert into imported_goods (operator_no, goods, from_on) values (1, '车厘子', '2022-03-01');
                insert into contacts (operator_no, person_no, from_on, contact) values
                    (1, 1, '2022-03-01', 'DIRECT'), (1, 2, '2022-03-01', 'INDIRECT')""");
    }

    @AfterAll
    static void drop() throws SQLException {
        connection.close();
        DATABASE.close();
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Instant now() throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    private static Roster read(String market, @Nullable Instant knownAt) throws SQLException {
        return Objects.requireNonNull(new StoredRosters(connection, knownAt).read(market));
    }

    @Test
    void aMarketIsReadWithEverybodyThere() throws SQLException {
        Span open = new Span(MARCH, Days.OPEN);
        assertThat(read("M-2", null))
                .isEqualTo(new Roster(
                        new Roster.Market("M-2", "PROFESSIONAL", "浦沿街道"),
                        List.of(new Letter("L-1", FEB)),
                        List.of(new Roster.OperatorEntry(
                                "O-1",
                                true,
                                new Onboarding(
                                        List.of(new Span(FEB, Days.OPEN), open), List.of(new Signature(null, FEB))),
                                List.of(open),
                                List.of(new Roster.Goods("车厘子", open)),
                                List.of())),
                        List.of(
                                new Roster.PersonEntry(
                                        "P-1",
                                        new Onboarding(
                                                List.of(new Span(FEB, MARCH)), List.of(new Signature("L-1", MARCH))),
                                        List.of(new Roster.Post("DIRECT_CONTACT", "O-1", open)),
                                        List.of(new Roster.ContactEntry("O-1", "DIRECT", open))),
                                new Roster.PersonEntry(
                                        "P-2",
                                        Onboarding.NONE,
                                        List.of(),
                                        List.of(new Roster.ContactEntry("O-1", "INDIRECT", open))))));
        assertThat(new StoredRosters(connection, null).marketIds()).containsExactly("M-1", "M-2");
        assertThat(new StoredRosters(connection, null).read("M-9")).isNull();
    }

    @Test
    void daysOnWhichBatchesWereDeclaredBelongToTheirOperator() throws SQLException {
        Instant before = now();
        connection.setAutoCommit(false);
        execute("""
                insert into batches (id, operator_no, market_no, declared_on, lots, state, decision, received_by)
                select 'B-' || n, o.no, m.no, date '2022-03-31' + n / 2, '[]', 'REJECTED', 1, 'x'
                from operators o, markets m, generate_series(1, 3) n where o.id = 'O-1' and m.id = 'M-1'""");
        int first = Days.of("2022-03-31");
        assertThat(read("M-2", null).operators().get(0).declared())
                .containsExactly(new Span(first, first), new Span(first + 1, first + 1));
        assertThat(read("M-2", before).operators().get(0).declared()).isEmpty();
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Test
    void whatWasKnownBeforeAChangeIsReadAsItWas() throws SQLException {
        Roster asItIs = read("M-2", null);
        Instant before = now();
        connection.setAutoCommit(false);
        execute("""
                update operators set sells_imported = false, activated_on = null where id = 'O-1';
                update activations set to_on = '2022-03-31';
                delete from signatures;
                update import_operators set to_on = '2022-03-31';
                delete from imported_goods;
                update contacts set contact = 'INDIRECT';
                update letters set valid_from = '2022-01-01';
                insert into letters (id, valid_from, zh, en) values ('L-2', '2022-03-01', '书', 'x')""");
        Roster changed = read("M-2", null);
        assertThat(changed).isNotEqualTo(asItIs);
        assertThat(changed.operators().get(0).goods()).isEmpty();
        assertThat(changed.letters()).hasSize(2);
        assertThat(read("M-2", before)).isEqualTo(asItIs);
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Test
    void beforeAnythingWasKnownThereIsNobody() throws SQLException {
        Roster empty = read("M-2", Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(empty.letters()).isEmpty();
        assertThat(empty.operators()).isEmpty();
        assertThat(empty.people()).isEmpty();
    }
}
