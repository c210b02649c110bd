package org.anxin.sweep;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anxin.registry.StoredCounts;
import org.anxin.testing.Assignment;

/** The counts of a shard for each market, at which a person counts who has or had or will have an assignment there. */
final class MarketTally {
    private static final String INTO =
            "sweep_markets (sweep, shard, market_no, registered, evaluated, errors, warned, suspended)";

    private final Map<String, Counts> markets = new HashMap<>();

    private static final class Counts {
        private int evaluated;
        private int errors;
        private int warned;
        private int suspended;
    }

    private interface Counting {
        void at(Counts market);
    }

    /** A person was decided. */
    void add(List<Assignment> assignments, Finding finding) {
        count(assignments, market -> market.evaluated++);
        String places = finding.places();
        for (int at = 0; at < places.length(); ) {
            int end = places.indexOf('\n', at);
            String place = end < 0 ? places.substring(at) : places.substring(at, end);
            list(place, finding);
            at += place.length() + 1;
        }
    }

    private void list(String place, Finding finding) {
        int end = place.indexOf(' ');
        Counts market = market(end < 0 ? place : place.substring(0, end));
        if (finding.suspends()) {
            market.suspended++;
        } else {
            market.warned++;
        }
    }

    /** A person could not be decided. */
    void addError(List<Assignment> assignments) {
        count(assignments, market -> market.errors++);
    }

    private void count(List<Assignment> assignments, Counting counting) {
        if (assignments.size() == 1) {
            counting.at(market(assignments.get(0).marketId()));
            return;
        }
        Set<String> counted = new HashSet<>();
        for (Assignment assignment : assignments) {
            if (counted.add(assignment.marketId())) {
                counting.at(market(assignment.marketId()));
            }
        }
    }

    private Counts market(String id) {
        return markets.computeIfAbsent(id, first -> new Counts());
    }

    /** Writes them beside what the database counted. */
    void write(Connection connection, ShardClaim shard, List<StoredCounts.AtMarket> registered) throws SQLException {
        BinaryRows rows = new BinaryRows();
        for (StoredCounts.AtMarket market : registered) {
            Counts counts = market(market.id());
            rows.row(8);
            rows.integer(shard.sweep());
            rows.integer(shard.shard());
            rows.integer(market.no());
            rows.integer(market.people());
            rows.integer(counts.evaluated);
            rows.integer(counts.errors);
            rows.integer(counts.warned);
            rows.integer(counts.suspended);
        }
        rows.copy(connection, INTO);
    }
}
