-- Stores the generated people that were copied (generated.sql), and what comparisons with plain SQL take of them.
insert into markets (id, name, type, subdistrict) select id, name, type, subdistrict from gen_markets order by id;
insert into operators (id, market_no, name)
    select o.id, m.no, o.name from gen_operators o join markets m on m.id = market_id order by o.id;
insert into people (id, released_on) select id, released_on from gen_people order by id;
insert into assignments (person_no, market_no, category, from_on, to_on, operator_no)
    select p.no, m.no, category, from_on, to_on, o.no
    from gen_assignments join people p on p.id = person_id join markets m on m.id = market_id
    left join operators o on o.id = operator_id order by p.no;
insert into absences (person_no, from_on, to_on)
    select p.no, from_on, to_on from gen_absences join people p on p.id = person_id order by p.no;
select samples_partition(day::date)
    from generate_series(timestamp '2021-06-01', timestamp '2022-06-01', interval '1 month') day;
-- Without the notes of what changed, which are a matter of imports: what they lead to is made below.
alter table samples disable trigger user;
insert into samples (person_no, taken_on, taken_at, result)
    select p.no, (taken_at at time zone 'Asia/Shanghai')::date, taken_at, result
    from gen_samples join people p on p.id = person_id order by 1, 2;
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
drop table gen_markets, gen_operators, gen_people, gen_assignments, gen_absences, gen_samples;
