package org.anxin.sweep;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands, with the proof that nobody was missed. While it runs, the counts are those of the shards that are done.
 *
 * @param registered people with any assignment, counted by the database
 * @param evaluated people decided
 * @param byStatus of those, how many are in each status
 * @param shardsDone how many shards are done, of {@code shards}
 * @param shards 0 until the run has begun
 * @param estimatedEnd null unless it can be told
 * @param markets the same counts for each market, by id
 * @param errors the first people who could not be decided, by id
 * @param errorCount how many there are
 */
public record SweepReport(
        Sweep sweep,
        int registered,
        int evaluated,
        SortedMap<String, Integer> byStatus,
        int shardsDone,
        int shards,
        @Nullable Instant estimatedEnd,
        List<Market> markets,
        List<Undecided> errors,
        int errorCount) {

    /**
     * The counts of one market, at which a person counts who has or had or will have an assignment there.
     *
     * @param warned people on its warning list
     * @param suspended people on its suspension list
     */
    public record Market(String marketId, int registered, int evaluated, int errors, int warned, int suspended) {}

    /** A person who could not be decided. */
    public record Undecided(String personId, String code, Bilingual message) {}
}
