package org.anxin.registry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The query for people with their assignments, a row for each assignment, as text without parameters, since COPY takes none.
 * It contains numbers and a time, and no text from outside. The range is told for every table: the planner does not carry it
 * over from one to the other, and would read a table as a whole.
 *
 * @param low first number of a person
 * @param high number after the last
 * @param at what was known then; null for what is known now
 */
record PeopleQuery(long low, long high, @Nullable Instant at) {
    private static final String ASSIGNMENT = "person_no, market_no, operator_no, from_on, to_on, category";

    private static final String NOW = """
            select p.no, p.id, p.released_on, s.packed, a.market_no, a.operator_no, a.from_on, a.to_on, a.category
            from people p
            join (select * from assignments where %1$s) a on a.person_no = p.no
            left join (select * from sampled where %1$s) s on s.person_no = p.no
            where p.no >= %2$d and p.no < %3$d
            order by p.no, a.market_no, a.category, a.from_on""";

    /** Whoever became known later is there all the same: without an assignment known then, nobody is decided. */
    private static final String THEN = """
            select p.no, p.id, (select r.released_on from (
                    select p.released_on, p.known_from, timestamptz 'infinity' as known_to
                    union all
                    select b.released_on, b.known_from, b.known_to from people_past b where b.no = p.no) r
                    where r.known_from <= %4$s and %4$s < r.known_to),
                null::bytea, a.market_no, a.operator_no, a.from_on, a.to_on, a.category
            from people p
            join (
                select %5$s from assignments where %1$s and known_from <= %4$s
                union all
                select %5$s from assignments_past where %1$s and known_from <= %4$s and %4$s < known_to
            ) a on a.person_no = p.no
            where p.no >= %2$d and p.no < %3$d
            order by p.no, a.market_no, a.category, a.from_on""";

    /** The query as SQL. */
    String sql() {
        String range = "person_no >= " + low + " and person_no < " + high;
        return at == null
                ? NOW.formatted(range, low, high)
                : THEN.formatted(
                        range, low, high, "timestamptz '" + at.truncatedTo(ChronoUnit.MICROS) + "'", ASSIGNMENT);
    }
}
