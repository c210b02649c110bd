package org.anxin.readiness;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.anxin.onboarding.Roster;
import org.anxin.policy.Policy;
import org.anxin.registry.Snapshot;
import org.anxin.registry.StoredRosters;

/** Counts who is on the lists of those who are not ready. */
@Singleton
public class NotReadyCounts {
    private final DataSource database;

    /** @param database with the registry */
    public NotReadyCounts(DataSource database) {
        this.database = database;
    }

    /**
     * Operators and people of each market who lack something before they may trade, as long as its list is.
     *
     * @param asOf epoch day of the decision
     * @return by market id
     */
    public Map<String, Integer> of(int asOf, Policy policy) throws SQLException {
        return Snapshot.of(database, connection -> {
            StoredRosters rosters = new StoredRosters(connection, null);
            Map<String, Integer> counts = new TreeMap<>();
            for (String id : rosters.marketIds()) {
                Roster roster = Objects.requireNonNull(rosters.read(id));
                counts.put(
                        id, policy.onboarding().decide(roster, asOf).notReady().size());
            }
            return counts;
        });
    }
}
