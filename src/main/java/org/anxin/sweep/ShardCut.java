package org.anxin.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Cuts all numbers that people can have into shards of about the same number of people each. */
final class ShardCut {
    /** About so many people are worth the round trips of a shard of their own. */
    private static final int WORTH_IT = 1_000;

    /** More people make a shard that takes long to repeat, and much memory. */
    private static final int MOST = 16_000;

    /** Enough that a few nodes end at about the same time. */
    private static final int USUAL_SHARDS = 16;

    private static final String INSERT = """
            with recursive counted as (select count(*)::numeric as people from people),
            size as materialized (select greatest(1, ceil(people / greatest(1, ceil(people / ?), least(?, round(people / ?)))))::bigint
                as people from counted),
            cut (low) as (
                select 0::bigint
                union all
                select (select no from people where no >= low order by no offset size.people limit 1)
                from cut, size where low is not null)
            insert into sweep_shards (sweep, shard, low, high)
            select ?, row_number() over (order by low), low, lead(low, 1, 9223372036854775807) over (order by low)
            from cut where low is not null""";

    private ShardCut() {}

    /** Writes the shards of a run. */
    static void write(Connection connection, int sweep) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setInt(1, MOST);
            insert.setInt(2, USUAL_SHARDS);
            insert.setInt(3, WORTH_IT);
            insert.setInt(4, sweep);
            insert.executeUpdate();
        }
    }
}
