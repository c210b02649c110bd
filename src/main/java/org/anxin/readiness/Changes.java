package org.anxin.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.registry.Snapshot;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Who changed what of the two lists and the roster of contacts of a market. */
@ApplicationScoped
public class Changes {
    private static final String VERSIONS = """
            select '%1$s' as list, operator_no, %2$s as goods, %3$s as person_no, %4$s as contact, from_on, to_on,
                known_from, changed_by, null::timestamptz as known_to, null::text as ended_by from %5$s
            union all
            select '%1$s', operator_no, %2$s, %3$s, %4$s, from_on, to_on, known_from, changed_by, known_to, ended_by
            from %5$s_past""";
    private static final String ALL = String.join(
            " union all ",
            versions("OPERATORS", "null::text", "null::bigint", "null::text", "import_operators"),
            versions("GOODS", "goods", "null::bigint", "null::text", "imported_goods"),
            versions("CONTACTS", "null::text", "person_no", "contact", "contacts"));

    /** A version that began when another of the same key ended replaced it. */
    private static final String CHANGES = """
            with versions as (
                select v.*, o.id as operator_id, p.id as person_id,
                    lag(v.known_to) over key as before, lead(v.known_from) over key as after
                from (%s) v join operators o on o.no = operator_no left join people p on p.no = person_no
                where o.market_no = (select no from markets where id = ?)
                window key as (partition by list, operator_no, goods, person_no, from_on order by v.known_from)),
            changes as (
                select known_from as at, changed_by as by,
                    case when before = known_from then 'CHANGED' else 'ADDED' end as change, versions.* from versions
                union all
                select known_to, ended_by, 'REMOVED', versions.* from versions
                where known_to is not null and after is distinct from known_to)
            select at, by, change, list, operator_id, goods, person_id, contact,
                from_on - date '1970-01-01', to_on - date '1970-01-01'
            from changes order by at desc, list, operator_id, goods collate "C", person_id, from_on, change
            offset ? limit ?""".formatted(ALL);

    private final DataSource database;

    /** @param database with the registry */
    public Changes(DataSource database) {
        this.database = database;
    }

    /**
     * A change.
     *
     * @param at when
     * @param by who; {@code local} where nobody has to log in
     * @param change ADDED, CHANGED or REMOVED
     * @param list OPERATORS, GOODS or CONTACTS
     * @param operatorId whose entry
     * @param goods the kind of goods, of the list of kinds; null for others
     * @param personId who, of the roster of contacts; null for others
     * @param contact the word of the roster of contacts; null for others
     * @param from first day of the entry, as an epoch day
     * @param to last day of the entry after the change, or when it was removed; {@link Days#OPEN} if none is known
     */
    public record Change(
            OffsetDateTime at,
            String by,
            String change,
            String list,
            String operatorId,
            @Nullable String goods,
            @Nullable String personId,
            @Nullable String contact,
            int from,
            int to) {}

    private static String versions(String list, String goods, String person, String contact, String table) {
        return VERSIONS.formatted(list, goods, person, contact, table);
    }

    /** The changes, the latest first, those after the first {@code skipped}. */
    public List<Change> of(String marketId, int skipped, int limit) throws SQLException {
        return Snapshot.of(database, connection -> {
            try (PreparedStatement query = connection.prepareStatement(CHANGES)) {
                query.setString(1, marketId);
                query.setInt(2, skipped);
                query.setInt(3, limit);
                List<Change> changes = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        changes.add(change(row));
                    }
                }
                return List.copyOf(changes);
            }
        });
    }

    private static Change change(ResultSet row) throws SQLException {
        int to = row.getInt(10);
        boolean open = row.wasNull();
        return new Change(
                row.getObject(1, OffsetDateTime.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                open ? Days.OPEN : to);
    }
}
