package org.anxin.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.anxin.local.TestDatabase;

/** A province, made once for all scenarios of a JVM: the same people each time, since nothing in it is left to chance. */
final class People {
    /** Numbers of people are 1, 2, 3, ...; h spreads whatever depends on it. */
    private static final String MAKE = """
            select samples_partition(day::date)
                from generate_series(timestamp '2022-01-01', timestamp '2022-07-01', interval '1 month') day;
            insert into markets (id, name, type, subdistrict)
                select 'M-' || lpad(n::text, 2, '0'), '第' || n || '市场',
                    case when n %% 4 = 0 then 'PROFESSIONAL' else 'FARMERS' end, '西兴街道'
                from generate_series(1, 40) n;
            insert into operators (id, market_no, name)
                select 'O-' || lpad((market.no * 100 + n)::text, 5, '0'), market.no, '经营户' || n
                from markets market, generate_series(1, 10) n order by market.no, n;
            insert into people (id) select 'P-' || lpad(n::text, 7, '0') from generate_series(1, %1$d) n;
            insert into assignments (person_no, market_no, category, from_on, operator_no, to_on)
                select no, market, category, date '2022-01-01' + (h %% 60)::int, case when h %% 3 = 0
                    then (select min(operators.no) from operators where market_no = market) + (h %% 10)::int end,
                    case when category = 'TEMPORARY' or h %% 17 = 0 then date '2022-04-01' + (h %% 41)::int end
                from (select no, h, market, case when h %% 11 = 0 then 'TEMPORARY' when market %% 4 > 0 then 'STAFF'
                        when h %% 2 = 0 then 'DIRECT_CONTACT' else 'INDIRECT_CONTACT' end as category
                    from (select no, no * 7919 %% 100003 as h, (1 + (no + second * 13) %% 40)::int as market
                        from people, generate_series(0, 1) second where second = 0 or no %% 20 = 0) placed) meant;
            insert into absences (person_no, from_on, to_on)
                select no, date '2022-03-20' + (no %% 30)::int, date '2022-03-22' + (no %% 30)::int
                from people where no %% 19 = 0;
            insert into samples (person_no, taken_on, taken_at, result)
                select no, day, (day + make_interval(secs => second)) at time zone 'Asia/Shanghai',
                    case when h %% 1501 = 3 and turn = 7 then 'POSITIVE' when h %% 97 = turn then 'INVALID'
                        when h %% 13 = turn then 'PENDING' else 'NEGATIVE' end
                from (select no, h, turn, date '2022-03-12' + (h %% 9 + turn * (1 + no %% 7))::int as day,
                        (array[0, 86399.999, 30000, 40000, 50000])[1 + h %% 5] as second
                    from (select no, turn, no * 7919 %% 100003 as h
                        from people, generate_series(0, 10) turn) turns) taken;
            analyze""";

    /** One more sample for some of the people. */
    private static final String NEWS = """
            insert into samples (person_no, taken_on, result)
            select no, date '2022-04-01' + %1$d, 'NEGATIVE' from people where no %% 40 = %1$d on conflict do nothing""";

    /** Made when it is first used. */
    private static final class Template {
        private static final TestDatabase DATABASE = make();

        private static TestDatabase make() {
            TestDatabase database = TestDatabase.migrated();
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(MAKE.formatted(Scale.people()));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return database;
        }
    }

    private People() {}

    /** A database of its own with all of them, never swept. */
    static TestDatabase fresh() {
        return Template.DATABASE.copy();
    }

    /**
     * What has come in when a run begins.
     *
     * @param run 0 is the first
     */
    static String newsFor(int run) {
        return NEWS.formatted(run % 40);
    }
}
