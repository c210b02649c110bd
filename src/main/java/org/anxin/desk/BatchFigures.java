package org.anxin.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the batches of a district stand on one day, with what is known now: each by its newest decision for that day or an
 * earlier one, and as a person settled it.
 *
 * @param declared all of them
 * @param admitted those that may be sold
 * @param inReview those that wait for a person
 * @param refused those that may not enter
 * @param recalled those that lost their admission to a document found false, by that day
 * @param recalledOnDay batches that did on that very day, whatever became of them
 * @param refusedByCode how many were refused with which finding; with several they count in each
 */
public record BatchFigures(
        int declared,
        int admitted,
        int inReview,
        int refused,
        int recalled,
        int recalledOnDay,
        SortedMap<String, Integer> refusedByCode) {
    /** A batch that was decided again after it was recalled stands as decided. */
    private static final String STANDING = """
            with standing as (
                select d.outcome, d.findings, case
                    when exists (select from recalls r where r.batch_no = b.no and r.recalled > d.decided
                        and (r.recalled at time zone ?)::date <= ?::date) then 'RECALLED'
                    else coalesce(s.outcome, d.outcome) end as state
                from batches b
                cross join lateral (select no, outcome, findings, decided from batch_decisions
                    where batch_no = b.no and as_of <= ?::date order by no desc limit 1) d
                left join batch_settlements s on s.batch_no = b.no and s.decision = d.no)
            """;

    private static final String STATES = STANDING + "select state, count(*) from standing group by state";

    /** What only asked for a person refused nothing, unless a person refused it. */
    private static final String CODES = STANDING + """
            select code, count(*) from standing cross join lateral (select distinct f ->> 'code' as code
                from json_array_elements(findings) f where f ->> 'severity' = outcome) codes
            where state = 'REJECT' group by code""";

    private static final String RECALLED_ON_DAY =
            "select count(distinct batch_no) from recalls where (recalled at time zone ?)::date = ?::date";

    /** A name, and how often. */
    private record Counted(String name, int count) {}

    /**
     * Counts the stored batches.
     *
     * @param connection in a transaction that reads repeatably
     * @param asOf epoch day
     * @param zone whose days count for recalls
     */
    public static BatchFigures of(Connection connection, int asOf, ZoneId zone) throws SQLException {
        SortedMap<String, Integer> states = counts(connection, STATES, asOf, zone);
        LocalDate day = LocalDate.ofEpochDay(asOf);
        Integer recalled = Sql.one(connection, RECALLED_ON_DAY, row -> row.getInt(1), zone.getId(), day);
        return new BatchFigures(
                states.values().stream().mapToInt(Integer::intValue).sum(),
                states.getOrDefault("ADMIT", 0),
                states.getOrDefault("REVIEW", 0),
                states.getOrDefault("REJECT", 0),
                states.getOrDefault("RECALLED", 0),
                recalled == null ? 0 : recalled,
                counts(connection, CODES, asOf, zone));
    }

    private static SortedMap<String, Integer> counts(Connection connection, String sql, int asOf, ZoneId zone)
            throws SQLException {
        LocalDate day = LocalDate.ofEpochDay(asOf);
        List<Counted> rows =
                Sql.list(connection, sql, row -> new Counted(row.getString(1), row.getInt(2)), zone.getId(), day, day);
        SortedMap<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.put(row.name, row.count));
        return Collections.unmodifiableSortedMap(counts);
    }
}
