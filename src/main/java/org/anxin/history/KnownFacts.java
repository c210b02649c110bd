package org.anxin.history;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.registry.Snapshot;
import org.anxin.registry.StoredFacts;
import org.anxin.registry.StoredPerson;
import org.jspecify.annotations.Nullable;

/** What was known of single people at any time. */
@Singleton
public class KnownFacts {
    private final DataSource database;

    /** @param database with the stored facts */
    public KnownFacts(DataSource database) {
        this.database = database;
    }

    /**
     * A person as known then.
     *
     * @param knownAt null for what is known now
     * @return null if there is no such person, or no assignment was known
     */
    public @Nullable StoredPerson of(String personId, @Nullable Instant knownAt) throws SQLException {
        Long no = StoredDecisions.number(database, personId);
        if (no == null) {
            return null;
        }
        List<StoredPerson> found =
                Snapshot.of(database, connection -> StoredFacts.read(connection, no, no + 1, knownAt));
        return found.isEmpty() ? null : found.get(0);
    }
}
