package org.anxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.anxin.local.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;

/** Every change of every fact is written down, and what is written down stays. */
class AuditLogTest {
    private static final String NO_RIGHT = "42501";
    private static final String REFUSED = "23001";

    /** Tables that hold no facts of their own, and why. */
    private static final Map<String, String> WITHOUT_AUDIT = new TreeMap<>(Map.ofEntries(
            Map.entry("decision_log", "a log itself"),
            Map.entry("decision_heads", "a log itself"),
            Map.entry("decision_seals", "a log itself"),
            Map.entry("audit_log", "a log itself"),
            Map.entry("flyway_schema_history", "of the migrations"),
            Map.entry("absences_past", "written by triggers"),
            Map.entry("activations_past", "written by triggers"),
            Map.entry("assignments_past", "written by triggers"),
            Map.entry("cameras_past", "written by triggers"),
            Map.entry("contacts_past", "written by triggers"),
            Map.entry("import_operators_past", "written by triggers"),
            Map.entry("imported_goods_past", "written by triggers"),
            Map.entry("letters_past", "written by triggers"),
            Map.entry("markets_past", "written by triggers"),
            Map.entry("operators_past", "written by triggers"),
            Map.entry("people_past", "written by triggers"),
            Map.entry("samples_past", "written by triggers"),
            Map.entry("signatures_past", "written by triggers"),
            Map.entry("sampled", "made of samples"),
            Map.entry("sample_changes", "made of samples"),
            Map.entry("result_words", "made of samples"),
            Map.entry("sweep_shards", "work of a sweep, whose results are in the decision log"),
            Map.entry("run_figures", "counts of a sweep"),
            Map.entry("sweep_markets", "counts of a sweep"),
            Map.entry("sweep_errors", "counts of a sweep"),
            Map.entry("results", "of a sweep, in the decision log"),
            Map.entry("results_past", "of a sweep, in the decision log"),
            Map.entry("suspensions", "of a sweep, in the decision log"),
            Map.entry("lot_uses", "follows from decisions, which are in the decision log"),
            Map.entry("camera_states", "reports of machines, every minute, only added to"),
            Map.entry("idempotency", "answers already given"),
            Map.entry("scheduled_tasks", "work of the scheduler"),
            Map.entry("notices", "made of what is logged"),
            Map.entry("notice_queues", "work of the outbox"),
            Map.entry("impacts", "questions; nothing follows from them"),
            Map.entry("impact_people", "questions; nothing follows from them"),
            Map.entry("impact_batches", "questions; nothing follows from them"),
            Map.entry("shadow_counts", "questions; nothing follows from them"),
            Map.entry("shadow_differences", "questions; nothing follows from them")));

    private final TestDatabase database = TestDatabase.migrated();
    private final AuditLog log = new AuditLog(database.dataSource());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyTableThatHoldsFactsIsAudited() throws SQLException {
        List<String> without = rows("""
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                and not relispartition and (select count(*) from pg_trigger where tgrelid = pg_class.oid
                    and tgname in ('audit_inserted', 'audit_updated', 'audit_deleted') and tgenabled = 'O') < 3
                order by 1""");
        assertThat(without)
                .as("tables without audit triggers: add select audited('…') to the migration, or a reason here")
                .isSubsetOf(WITHOUT_AUDIT.keySet());
    }

    @Test
    void everyColumnOfAnAuditedTableIsToldOrHidden() throws SQLException {
        assertThat(rows("""
                select relname || '.' || attname from pg_class join pg_attribute on attrelid = pg_class.oid
                join pg_proc on proname = 'audit_' || relname
                where relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
                and prosrc !~ ('[no]\\.' || attname || '\\M')""")).isEmpty();
    }

    @Test
    void namesPhonesIdentityNumbersAndSecretsAreNotInIt() throws SQLException {
        execute("insert into people (id, name, id_number, phone)"
                + " values ('P-1', sha512('a'), sha512('b'), sha512('c'))");
        execute("update people set phone = sha512('d'), released_on = '2022-04-01'");
        execute("insert into markets (id, name, type) values ('M-1', '一号', 'FARMERS')");
        execute("insert into operators (id, market_no, name) values ('O-1', 1, '李四')");
        execute("insert into absences (person_no, from_on, reason) values (1, '2022-04-01', '住院')");
        execute("delete from absences");
        assertThat(rows("select changes::text from audit_log").toString())
                .doesNotContain("张三", "330108", "138000", "李四", "住院")
                .contains("一号", "\"released_on\":\"2022-04-01\"");
        assertThat(rows("select changes -> 0 ->> 'hidden' from audit_log where table_name = 'people' order by no"))
                .containsExactly("[\"name\",\"id_number\",\"phone\"]", "[\"phone\"]");
    }

    @Test
    void anUpdateTellsWhatEachRowSaidBeforeAndAfter() throws SQLException {
        execute("insert into markets (id, name, type) select 'M-' || n, 'x', 'FARMERS' from generate_series(1, 3) n");
        execute("update markets set name = id || 'y' where id <> 'M-2'");
        assertThat(rows("select change -> 'before' ->> 'id', change -> 'before' ->> 'name', change -> 'after' ->> 'id',"
                        + " change -> 'after' ->> 'name' from audit_log, json_array_elements(changes) change"
                        + " where action = 'UPDATE' order by 1"))
                .containsExactly("M-1 x M-1 M-1y", "M-3 x M-3 M-3y");
    }

    @Test
    void anUpdateThatChangesNothingIsNone() throws SQLException {
        execute("insert into markets (id, name, type) values ('M-1', 'x', 'FARMERS')");
        execute("update markets set name = 'x'");
        execute("update batches set state = 'REVIEW'");
        assertThat(rows("select action from audit_log")).containsExactly("INSERT");
    }

    @Test
    void manyAddedRowsAreOneEntryThatTellsWhereTheyAre() throws SQLException {
        execute("insert into people (id) select 'P-' || n from generate_series(1, 1000) n");
        assertThat(rows("select rows, changes is null from audit_log")).containsExactly("1000 t");
        assertThat(rows("select count(*) from people join audit_log on known_from = known"))
                .containsExactly("1000");
        execute("update people set released_on = '2022-04-01'");
        assertThat(rows("select sum(rows), count(*) from audit_log where action = 'UPDATE' and changes is not null"))
                .containsExactly("1000 5");
    }

    @Test
    void itTellsWhoDidItInWhichRequest() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Acting.inTransaction(connection, new Acting.Who("U-7", "R-1"));
            statement.execute("insert into markets (id, name, type) values ('M-1', 'x', 'FARMERS')");
            connection.commit();
            statement.execute("update markets set name = 'y'");
            connection.commit();
        }
        assertThat(rows("select actor, request from audit_log order by no")).containsExactly("U-7 R-1", "local ");
    }

    @Test
    void whatConcernsARecordIsFoundByItsIdAlsoWhenItIsGone() throws SQLException {
        execute("insert into markets (id, name, type) values ('M-1', 'x', 'FARMERS')");
        execute("insert into people (id) values ('P-1'), ('P-2')");
        execute(
                "insert into assignments (person_no, market_no, category, from_on) values (1, 1, 'STAFF', '2022-04-01')");
        assertThat(actions("P-1")).containsExactly("people INSERT", "assignments INSERT");
        assertThat(actions("M-1")).containsExactly("markets INSERT", "assignments INSERT");
        execute("delete from assignments");
        execute("delete from people where id = 'P-1'");
        assertThat(actions("P-1"))
                .containsExactly("people INSERT", "assignments INSERT", "assignments DELETE", "people DELETE");
        assertThat(actions("P-3")).isEmpty();
    }

    private List<String> actions(String subject) throws SQLException {
        return log.page(new AuditLog.Wanted(subject, null, null, null, null), 0, 100).stream()
                .map(entry -> entry.table() + " " + entry.action())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_log set actor = 'x'",
                "delete from audit_log",
                "truncate audit_log",
                "insert into audit_log (actor, request, table_name, action, touched, rows)"
                        + " values ('x', '', 'people', 'INSERT', '{}', 1)",
                "update decision_log set actor = 'x'",
                "delete from decision_log",
                "truncate decision_log",
                "insert into decision_log select * from decision_log",
                "update decision_heads set no = 0",
                "delete from decision_heads",
                "truncate decision_heads",
                "update decision_seals set no = 0",
                "delete from decision_seals",
                "truncate decision_seals",
                "delete from audit_log_%s",
                "truncate audit_log_%s",
                "update decision_log_%s set actor = 'x'",
                "truncate decision_log_%s",
                "delete from decision_log_2031_01",
                "drop table audit_log",
                "alter table people disable trigger audit_updated",
                "alter table decision_log detach partition decision_log_%s",
                "create or replace function actor() returns text language sql as 'select ''x'''",
                "set session_replication_role = replica"
            })
    void theServiceMayNotChangeWhatWasWritten(String sql) throws SQLException {
        execute("select log_partitions('2031-01-01')");
        String month =
                rows("select to_char(now() at time zone 'UTC', 'YYYY_MM')").get(0);
        assertThatThrownBy(() -> execute(sql.formatted(month)))
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(NO_RIGHT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_log set actor = 'x'",
                "delete from audit_log",
                "truncate audit_log",
                "truncate decision_log_2031_01",
                "truncate decision_seals"
            })
    void evenTheOwnerIsRefusedWhoDoesNotTakeTheTriggersAway(String sql) throws SQLException {
        execute("select log_partitions('2031-01-01')");
        execute("insert into people (id) values ('P-1')");
        assertThatThrownBy(() -> execute(database.owner(), sql))
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(REFUSED));
    }

    @Test
    void tablesOfASessionTakeNoOnesPlace() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table audit_log as select * from public.audit_log");
            statement.execute("insert into people (id) values ('P-1')");
        }
        assertThat(rows("select subject from audit_log")).containsExactly("P-1");
    }

    private void execute(String sql) throws SQLException {
        execute(database.dataSource(), sql);
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getString(i));
                }
                all.add(String.join(" ", columns));
            }
            return all;
        }
    }
}
