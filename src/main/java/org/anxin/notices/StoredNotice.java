package org.anxin.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is stored.
 *
 * @param no its place: a later one of the inbox has a greater number
 * @param id names the cause
 * @param type its kind
 * @param marketId the market
 * @param subdistrict to which it is copied, null for none
 * @param data a JSON object
 * @param noted when it was added
 * @param delivered when the webhook took it, null if it has not
 */
public record StoredNotice(
        long no,
        String id,
        String type,
        String marketId,
        @Nullable String subdistrict,
        String data,
        Instant noted,
        @Nullable Instant delivered) {

    /** What to select from {@link #FROM}. */
    static final String COLUMNS = "n.no, n.id, n.type, m.id, n.subdistrict, n.data, n.noted, n.delivered";

    static final String FROM = "notices n join markets m on m.no = n.market_no";

    /** The notice of a row of {@link #COLUMNS}. */
    static StoredNotice of(ResultSet row) throws SQLException {
        OffsetDateTime delivered = row.getObject(8, OffsetDateTime.class);
        return new StoredNotice(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                delivered == null ? null : delivered.toInstant());
    }
}
