package org.anxin.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.anxin.onboarding.Roster;
import org.anxin.onboarding.RosterDecision;
import org.anxin.policy.Policy;
import org.anxin.registry.Snapshot;
import org.anxin.registry.StoredRosters;
import org.jspecify.annotations.Nullable;

/** Decides stored markets as of any day, with what was known at any time. */
@ApplicationScoped
public class Readiness {
    private final DataSource database;

    /** @param database with the registry */
    public Readiness(DataSource database) {
        this.database = database;
    }

    /**
     * A market with everybody there.
     *
     * @param knownAt what was known then; null for what is known now
     * @return null if there is no such market
     */
    public @Nullable Roster roster(String marketId, @Nullable Instant knownAt) throws SQLException {
        List<Roster> found = Snapshot.of(database, connection -> {
            Roster roster = new StoredRosters(connection, knownAt).read(marketId);
            return roster == null ? List.of() : List.of(roster);
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * Who of a market is ready, and what its lists lack.
     *
     * @param asOf epoch day of the decision
     * @param knownAt what was known then; null for what is known now
     * @return null if there is no such market
     */
    public @Nullable RosterDecision market(String marketId, int asOf, @Nullable Instant knownAt, Policy policy)
            throws SQLException {
        Roster roster = roster(marketId, knownAt);
        return roster == null ? null : policy.onboarding().decide(roster, asOf);
    }

    /**
     * How far all markets have come, by id.
     *
     * @param asOf epoch day of the decision
     * @param knownAt what was known then; null for what is known now
     */
    public List<MarketCoverage> district(int asOf, @Nullable Instant knownAt, Policy policy) throws SQLException {
        return Snapshot.of(database, connection -> {
            StoredRosters rosters = new StoredRosters(connection, knownAt);
            List<MarketCoverage> all = new ArrayList<>();
            for (String id : rosters.marketIds()) {
                Roster roster = Objects.requireNonNull(rosters.read(id));
                all.add(MarketCoverage.of(roster, policy.onboarding().decide(roster, asOf)));
            }
            return List.copyOf(all);
        });
    }
}
