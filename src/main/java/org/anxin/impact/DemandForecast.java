package org.anxin.impact;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.anxin.policy.Policy;
import org.anxin.registry.Replica;
import org.anxin.registry.StoredFacts;
import org.anxin.registry.StoredPerson;
import org.anxin.registry.Undecidable;
import org.anxin.testing.Person;
import org.jspecify.annotations.Nullable;

/** Makes forecasts of all stored people, range by range, so that memory does not grow with their number. */
@Singleton
public class DemandForecast {
    /** Most days of a forecast: a quarter. */
    public static final int MOST_DAYS = 92;

    private static final int THREADS = 2;

    private static final String THERE = "select coalesce(min(person_no), 0), coalesce(max(person_no), -1)"
            + " from assignments where market_no = (select no from markets where id = ?)";

    private final DataSource database;
    private final Replica replica;

    /**
     * @param database with the stored facts
     * @param replica from which they are read if it has them
     */
    public DemandForecast(DataSource database, Replica replica) {
        this.database = database;
        this.replica = replica;
    }

    /**
     * One question.
     *
     * @param from first day, as an epoch day
     * @param to last day
     * @param market the only market asked about; null for all
     */
    private record Question(
            Policy policy, int from, int to, @Nullable String market) {}

    /**
     * Makes a forecast.
     *
     * @param from first day, as an epoch day
     * @param to last day, not before the first
     * @param market id of the only market asked about; null for all
     * @return null if there is no such market
     */
    public @Nullable Forecast of(Policy policy, int from, int to, @Nullable String market) throws SQLException {
        Question question = new Question(policy, from, to, market);
        Demand demand = new Demand(from, to);
        Queue<PersonRange> ranges = new ConcurrentLinkedQueue<>();
        try (Connection connection = database.getConnection()) {
            List<String> markets = markets(connection, market);
            if (market != null && markets.isEmpty()) {
                return null;
            }
            markets.forEach(demand::know);
            ranges.addAll(PersonRange.all(connection, PersonRange.PEOPLE));
        }
        followAll(question, ranges, demand);
        return demand.forecast(policy.ruleset().id());
    }

    /**
     * Whom a forecast counts at a market on one of its days.
     *
     * @param from first day of the forecast, as an epoch day
     * @param day not before the first
     * @return the numbers of people; empty if there is no such market
     */
    public List<Long> people(Policy policy, int from, int day, String market) throws SQLException {
        Question question = new Question(policy, from, day, market);
        List<PersonRange> ranges = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(THERE)) {
            query.setString(1, market);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                long first = row.getLong(1);
                long last = row.getLong(2);
                // Those of one market were mostly registered together.
                PersonRange.all(connection, PersonRange.PEOPLE).stream()
                        .filter(range -> range.low() <= last && range.high() > first)
                        .forEach(ranges::add);
            }
        }
        LastAllowedDay lastAllowedDay = new LastAllowedDay(policy.testing());
        List<Long> people = new ArrayList<>();
        for (PersonRange range : ranges) {
            for (StoredPerson person : read(range)) {
                Demand demand = new Demand(from, day);
                follow(person.facts(), question, lastAllowedDay, demand);
                if (demand.asks(market, day)) {
                    people.add(person.no());
                }
            }
        }
        return people;
    }

    private static List<String> markets(Connection connection, @Nullable String market) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select id from markets where ?::text is null or id = ?")) {
            query.setString(1, market);
            query.setString(2, market);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    ids.add(found.getString(1));
                }
            }
        }
        return ids;
    }

    private void followAll(Question question, Queue<PersonRange> ranges, Demand demand) throws SQLException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread named = new Thread(work, "forecast");
            named.setDaemon(true);
            return named;
        });
        try {
            List<Future<Demand>> parts = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                parts.add(threads.submit(() -> part(question, ranges)));
            }
            for (Future<Demand> part : parts) {
                demand.add(part.get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException("people could not be followed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while people were followed", e);
        } finally {
            // Where one thread failed, the other finds no range left.
            ranges.clear();
            threads.shutdown();
        }
    }

    private Demand part(Question question, Queue<PersonRange> ranges) throws SQLException {
        LastAllowedDay lastAllowedDay = new LastAllowedDay(question.policy.testing());
        Demand demand = new Demand(question.from, question.to);
        for (PersonRange range = ranges.poll(); range != null; range = ranges.poll()) {
            for (StoredPerson person : read(range)) {
                follow(person.facts(), question, lastAllowedDay, demand);
            }
        }
        return demand;
    }

    private List<StoredPerson> read(PersonRange range) throws SQLException {
        return replica.snapshot(database, connection -> StoredFacts.read(connection, range.low(), range.high(), null));
    }

    private static void follow(Person person, Question question, LastAllowedDay lastAllowedDay, Demand demand) {
        if (question.market != null
                && person.assignments().stream().noneMatch(one -> one.marketId().equals(question.market))) {
            return;
        }
        if (Undecidable.of(person, question.policy.ruleset().words()) != null) {
            demand.addUndecided();
        } else {
            lastAllowedDay.follow(person, question.from, question.to, question.market, demand);
        }
    }
}
