package org.anxin.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.anxin.policy.Activation;
import org.anxin.policy.StoredRulesets;
import org.anxin.policy.Timetable;
import org.anxin.policy.Versions;
import org.anxin.registry.OperatorIds;
import org.anxin.registry.Snapshot;
import org.anxin.registry.StoredCounts;
import org.anxin.registry.StoredFacts;
import org.anxin.registry.StoredPerson;
import org.anxin.rulebook.RuleFiles;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Writes the stored facts of one moment, and the rules of a day, as a lake. People are read range by range. */
public final class LakeExport {
    private static final int PEOPLE_AT_ONCE = 10_000;

    private static final String RANGE =
            "select coalesce(min(no), 0), coalesce(max(no), -1) + 1, transaction_timestamp() from people";

    private static final String MARKETS = "select id, type, subdistrict from markets order by no";

    private final DataSource database;

    /** @param database with the stored facts and rules */
    public LakeExport(DataSource database) {
        this.database = database;
    }

    /** The numbers of people, from the first to the one after the last, at a moment. */
    private record Range(long low, long high, String moment) {}

    /** What was read, when, and how many people the database counts. */
    private record Moment(String at, long registered) {}

    /** There are no rules for the day, or none under the id. */
    public static final class NoRulesException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The id of the rules that decide a day: those in force then, or where none were, those in force today.
     *
     * @param day as an epoch day
     * @param today as an epoch day
     * @throws NoRulesException if nothing is in force
     */
    public String ruleset(int day, int today) throws SQLException, NoRulesException {
        Timetable timetable = new Versions(database, new StoredRulesets(database)).timetable();
        @Nullable Activation then = timetable.inForce(day);
        @Nullable Activation found = then == null ? timetable.inForce(today) : then;
        if (found == null) {
            throw new NoRulesException();
        }
        return found.ruleset();
    }

    /**
     * Writes a lake.
     *
     * @param target a directory that is not there yet
     * @param day the day it is made for, as an epoch day; facts of later days are in it too
     * @param ruleset id of stored rules
     * @param shapes which tables to write
     * @return what was written
     * @throws NoRulesException if there are no rules under the id
     */
    public LakeManifest write(Path target, int day, String ruleset, Set<LakeShape> shapes)
            throws IOException, SQLException, NoRulesException {
        @Nullable RuleFiles rules = new StoredRulesets(database).files(ruleset);
        if (rules == null) {
            throw new NoRulesException();
        }
        try (LakeDirectory directory = new LakeDirectory(target)) {
            Path lake = directory.filling();
            write(rules, lake.resolve("rules"));
            LakeManifest manifest;
            try (LakeWriter writer = new LakeWriter(lake, shapes)) {
                Moment moment = writeFacts(writer);
                manifest = writer.manifest(Days.text(day), moment.at, ruleset, moment.registered, shapes);
            }
            manifest.write(lake);
            directory.show();
            return manifest;
        }
    }

    private static void write(RuleFiles rules, Path directory) throws IOException {
        for (Map.Entry<String, String> text : rules.texts().entrySet()) {
            Path file = directory.resolve(text.getKey());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text.getValue(), StandardCharsets.UTF_8);
        }
    }

    /** A writer's failure is no failure of the database, so it passes through unchanged. */
    private Moment writeFacts(LakeWriter writer) throws SQLException, IOException {
        try {
            return Snapshot.of(database, connection -> {
                try {
                    return writeFacts(connection, writer);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Moment writeFacts(Connection connection, LakeWriter writer) throws SQLException, IOException {
        Range range = range(connection);
        writeMarkets(connection, writer);
        OperatorIds operators = new OperatorIds();
        for (long low = range.low; low < range.high; low += PEOPLE_AT_ONCE) {
            long high = Math.min(range.high, low + PEOPLE_AT_ONCE);
            for (StoredPerson person : StoredFacts.read(connection, low, high, null, operators)) {
                writer.write(person);
            }
        }
        return new Moment(range.moment, StoredCounts.registered(connection, range.low, range.high));
    }

    private static Range range(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(RANGE)) {
            row.next();
            return new Range(
                    row.getLong(1),
                    row.getLong(2),
                    row.getObject(3, OffsetDateTime.class).toInstant().toString());
        }
    }

    private static void writeMarkets(Connection connection, LakeWriter writer) throws SQLException, IOException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(MARKETS)) {
            while (row.next()) {
                writer.write(new LakeMarket(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
    }
}
