package org.anxin.sweep;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import javax.sql.DataSource;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads how far the nightly runs are. */
@Singleton
public class SweepFreshness {
    private static final String READ = """
            select (select max(as_of) - date '1970-01-01' from sweeps where nightly) as begun,
                   last.as_of - date '1970-01-01' as swept, last.ended,
                   coalesce(sum(registered), 0), coalesce(sum(evaluated), 0), coalesce(sum(errors), 0)
            from (select) one
            left join lateral (select no, as_of, ended from sweeps where nightly and state in ('COMPLETED', 'COMPLETED_WITH_ERRORS')
                               order by as_of desc limit 1) last on true
            left join sweep_shards on sweep = last.no
            group by last.as_of, last.ended""";

    private final DataSource database;
    private final @Nullable NightlyDays days;
    private final Clock clock;

    SweepFreshness(DataSource database, SweepConfig config, Clock clock) {
        this.database = database;
        this.days = config.cron().equalsIgnoreCase(Sweeping.OFF) ? null : new NightlyDays(config.cron());
        this.clock = clock;
    }

    /** How far they are now. */
    public Freshness now() throws SQLException {
        int due = days == null ? Days.NONE : days.lastDue(ZonedDateTime.now(clock));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(READ)) {
            ResultSet row = select.executeQuery();
            row.next();
            @Nullable OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
            return new Freshness(
                    due,
                    day(row, "begun"),
                    day(row, "swept"),
                    ended == null ? null : ended.toInstant(),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6));
        }
    }

    private static int day(ResultSet row, String column) throws SQLException {
        int day = row.getInt(column);
        return row.wasNull() ? Days.NONE : day;
    }
}
