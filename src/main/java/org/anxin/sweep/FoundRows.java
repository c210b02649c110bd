package org.anxin.sweep;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What a run found, a row for each person and market: the markets of the lists that name the person, or where no list does,
 * those of assignments in force on the day. Whoever is on duty is there even if the run found nothing.
 */
final class FoundRows {
    /** Makes the table {@code listed}; its parameters are set by {@link #ask}. */
    static final String LISTED = """
            with asked as (
                select ?::integer as sweep, date '1970-01-01' + ?::integer as day, ?::timestamptz as since),
            found as (
                select person_no, status, due_on, action, rules, places from asked, results where results.sweep <= asked.sweep
                union all
                select person_no, status, due_on, action, rules, places from asked, results_past
                where results_past.sweep <= asked.sweep and until_sweep > asked.sweep),
            duty as (
                select distinct person_no, market_no from asked, assignments
                where from_on <= day and (to_on is null or to_on >= day)),
            placed as (
                select person_no, markets.no as market_no, status, due_on, action, rules
                from found cross join lateral unnest(places) place join markets on id = split_part(place, ' ', 1)
                union all
                select person_no, market_no, status, due_on, action, rules
                from found join duty using (person_no) where cardinality(places) = 0),
            listed as (
                select person_no, market_no, status, due_on, action, rules, duty.person_no is not null as on_duty,
                    status = 'DUE_TODAY' and exists (
                        select from samples where samples.person_no = coalesce(placed.person_no, duty.person_no)
                          and taken_on = day and known_from > since) as sampled_since,
                    duty.person_no is not null and not exists (
                        select from samples where samples.person_no = duty.person_no and taken_on <= day) as never_sampled
                from placed full join duty using (person_no, market_no) cross join asked)
            """;

    private FoundRows() {}

    /** Sets the first three parameters. */
    static void ask(PreparedStatement query, Sweep run) throws SQLException {
        Instant since = run.begun() == null ? run.requested() : run.begun();
        query.setInt(1, run.no());
        query.setInt(2, run.asOf());
        query.setObject(3, since.atOffset(ZoneOffset.UTC));
    }
}
