-- A province for the sweep's benchmark. :people people in skewed markets, eleven samples each on average, some with several
-- assignments, absences, late or bad results. The same number gives the same people.
select setseed(0.7);
insert into markets (id, name, type, subdistrict)
    select 'M-' || lpad(n::text, 5, '0'), '第' || n || '市场', case when n % 3 = 0 then 'PROFESSIONAL' else 'FARMERS' end,
        '第' || n % 20 || '街道'
    from generate_series(1, greatest(12, :people / 1000)) n;
insert into operators (id, market_no, name)
    select 'O-' || lpad(n::text, 7, '0'), 1 + floor(power(random(), 2) * (select count(*) from markets))::int, n || '号'
    from generate_series(1, :people / 5) n;
insert into people (id) select 'P-' || lpad(n::text, 7, '0') from generate_series(1, :people) n order by n;
create temp table placed as
    select no, 1 + floor(power(random(), 2) * (select count(*) from markets))::int as market_no,
        1 + floor(random() * (:people / 5))::int as operator_no, random() as r1, random() as r2, random() as r3, extra
    from people cross join lateral (select generate_series(0, case when no % 20 = 0 then 1 + no % 3 else 0 end) as extra) x;
insert into assignments (person_no, market_no, category, from_on, to_on, operator_no)
    select p.no, p.market_no,
        case when r1 < 0.03 then 'TEMPORARY' when m.type = 'FARMERS' then 'STAFF'
            when r1 < 0.45 then 'DIRECT_CONTACT' else 'INDIRECT_CONTACT' end,
        date '2022-02-01' - (r2 * 400)::int,
        case when r1 < 0.03 then date '2022-03-01' + (r3 * 60)::int when r3 < 0.05 then date '2022-03-20' + (r2 * 90)::int end,
        p.operator_no
    from placed p join markets m on m.no = p.market_no
    order by p.no on conflict do nothing;
insert into absences (person_no, from_on, to_on)
    select no, date '2022-03-10' + (random() * 25)::int, case when random() < 0.8 then date '2022-04-05' + (random() * 5)::int end
    from people where random() < 0.02;
select samples_partition(day::date)
    from generate_series(timestamp '2021-06-01', timestamp '2022-06-01', interval '1 month') day;
-- Without the notes of what changed, which are a matter of imports: what they lead to is made below.
alter table samples disable trigger user;
insert into samples (person_no, taken_on, taken_at, result)
    select person_no, day, day + interval '2 hours' + random() * interval '9 hours', case
        when r < 0.0004 then 'POSITIVE' when r < 0.01 then 'INVALID'
        when day >= date '2022-04-06' and r < 0.4 or r < 0.015 then 'PENDING' else 'NEGATIVE' end
    from (
        select s.no as person_no, random() as r,
            date '2022-04-07' - late - i * step - case when i > 0 and random() < 0.2 then 1 else 0 end as day
        from (select no, case when no % 7 = 0 then 14 else 3 end as step, 9 + (no * 7919 % 5)::int as samples,
            case when no % 100 < 50 then 0 when no % 100 < 92 then 1 else 2 + (no % 4)::int end as late from people) s
        cross join lateral generate_series(0, s.samples - 1) i) one
    order by person_no, day on conflict do nothing;
alter table samples enable trigger user;
insert into result_words values (0, 'NEGATIVE'), (1, 'PENDING'), (2, 'POSITIVE'), (3, 'INVALID');
insert into sampled
    select person_no, string_agg(int4send(value), '' order by value) from (
        select distinct person_no, (taken_on - date '1970-01-01') * 256 + no as value
        from samples join result_words on word = result) one
    group by person_no order by person_no;
-- What the statement of comparison takes: one assignment a person, in numbers.
create table one_assignment as
    select distinct on (person_no) person_no as pid, (m.type = 'PROFESSIONAL')::int as mtype,
        case category when 'STAFF' then 0 when 'DIRECT_CONTACT' then 1 when 'INDIRECT_CONTACT' then 2 else 3 end as cat,
        from_on::date, to_on::date
    from assignments a join markets m on m.no = a.market_no order by person_no, from_on;
alter table one_assignment add primary key (pid);
create table one_result (as_of date, pid bigint, status int, due_on date, action int, primary key (as_of, pid));
