-- The stored facts: who works where, who was sampled when. What a directive could change is no constraint here: words
-- such as market types stand in words.yaml and are checked on the way in.
--
-- Every fact row tells since when it has been known, and what it replaced is kept with the time at which that stopped
-- being known, so that any day can be decided with what was known then. The triggers below do this for every way in.

create domain fact_id as text collate "C" check (value ~ '^[A-Za-z0-9._:-]{1,64}$');
create domain fact_text as text check (char_length(value) between 1 and 200);
create domain fact_day as date check (value between '1900-01-01' and '2999-12-31');

create table markets (
    no          integer generated always as identity primary key,
    id          fact_id not null unique,
    name        fact_text not null,
    type        fact_text not null,
    subdistrict fact_text,
    known_from  timestamptz not null default statement_timestamp()
);

create table operators (
    no               integer generated always as identity primary key,
    id               fact_id not null unique,
    market_no        integer not null references markets,
    name             fact_text not null,
    sells_imported   boolean not null default false,
    activated_on     fact_day,
    letter_signed_on fact_day,
    known_from       timestamptz not null default statement_timestamp()
);
create index operators_of_market on operators (market_no);

create table people (
    no          bigint generated always as identity primary key,
    id          fact_id not null unique,
    name        fact_text,
    id_number   fact_text,
    phone       fact_text,
    released_on fact_day,
    known_from  timestamptz not null default statement_timestamp()
);

create table assignments (
    person_no   bigint not null references people,
    market_no   integer not null references markets,
    category    fact_text not null,
    from_on     fact_day not null,
    operator_no integer references operators,
    to_on       fact_day,
    known_from  timestamptz not null default statement_timestamp(),
    primary key (person_no, market_no, category, from_on),
    check (to_on >= from_on)
);
create index assignments_at_market on assignments (market_no, person_no);
create index assignments_of_operator on assignments (operator_no);

create table absences (
    person_no  bigint not null references people,
    from_on    fact_day not null,
    to_on      fact_day,
    reason     fact_text,
    known_from timestamptz not null default statement_timestamp(),
    primary key (person_no, from_on),
    check (to_on >= from_on)
);

-- taken_on is the civil day of taken_at in the service's zone, or the bare date where taken_at is null. A bare date is a
-- sample of its own beside the times of that day.
create table samples (
    person_no  bigint not null references people,
    taken_on   date not null check (taken_on between '1900-01-01' and '2999-12-31'),
    taken_at   timestamptz,
    result     text not null,
    laboratory text check (char_length(laboratory) between 1 and 200),
    known_from timestamptz not null default statement_timestamp(),
    constraint samples_key unique nulls not distinct (person_no, taken_on, taken_at)
) partition by range (taken_on);

-- Days that no monthly partition was made for: before 2000 or after 2099.
create table samples_other partition of samples default;

-- Makes the monthly partition of a day, where it is missing. Attaching waits for whoever reads or writes samples_other at
-- the moment, and others wait behind it, so the service makes the coming months beforehand.
create function samples_partition(day date) returns void language plpgsql as $$
declare
    first date := date_trunc('month', day);
    name text := 'samples_' || to_char(first, 'YYYY_MM');
begin
    if first < '2000-01-01' or first > '2099-12-01' or to_regclass(name) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('samples_partition'));
    if to_regclass(name) is not null then
        return;
    end if;
    execute format('create table %I (like samples including defaults including constraints)', name);
    execute format('alter table samples attach partition %I for values from (%L) to (%L)',
        name, first, first + interval '1 month');
end $$;

-- What the fact tables said before.

create table markets_past (no integer not null, type text not null, subdistrict text,
    known_from timestamptz not null, known_to timestamptz not null);
create index markets_past_of on markets_past (no);

create table operators_past (no integer not null, market_no integer not null, sells_imported boolean not null,
    activated_on date, letter_signed_on date, known_from timestamptz not null, known_to timestamptz not null);
create index operators_past_of on operators_past (no);

create table people_past (no bigint not null, released_on date,
    known_from timestamptz not null, known_to timestamptz not null);
create index people_past_of on people_past (no);

create table assignments_past (person_no bigint not null, market_no integer not null, category text not null,
    from_on date not null, operator_no integer, to_on date,
    known_from timestamptz not null, known_to timestamptz not null);
create index assignments_past_of on assignments_past (person_no);
create index assignments_past_at on assignments_past (market_no, person_no);

create table absences_past (person_no bigint not null, from_on date not null, to_on date,
    known_from timestamptz not null, known_to timestamptz not null);
create index absences_past_of on absences_past (person_no);

create table samples_past (person_no bigint not null, taken_on date not null, taken_at timestamptz, result text not null,
    laboratory text, known_from timestamptz not null, known_to timestamptz not null);
create index samples_past_of on samples_past (person_no);

-- Every update or deletion of a fact leaves a row there. An update that changes nothing is none. One function a table,
-- since a statement built at run time would be planned anew for every row.

create function known_again() returns trigger language plpgsql as $$
begin
    if new is not distinct from old then
        return null;
    end if;
    new.known_from := statement_timestamp();
    return new;
end $$;

create function keep_markets() returns trigger language plpgsql as $$
begin
    insert into markets_past values (old.no, old.type, old.subdistrict,
        old.known_from, statement_timestamp());
    return null;
end $$;
create trigger known_again before update on markets for each row execute function known_again();
create trigger keep_past after update or delete on markets for each row execute function keep_markets();

create function keep_operators() returns trigger language plpgsql as $$
begin
    insert into operators_past values (old.no, old.market_no, old.sells_imported, old.activated_on, old.letter_signed_on,
        old.known_from, statement_timestamp());
    return null;
end $$;
create trigger known_again before update on operators for each row execute function known_again();
create trigger keep_past after update or delete on operators for each row execute function keep_operators();

create function keep_people() returns trigger language plpgsql as $$
begin
    insert into people_past values (old.no, old.released_on,
        old.known_from, statement_timestamp());
    return null;
end $$;
create trigger known_again before update on people for each row execute function known_again();
create trigger keep_past after update or delete on people for each row execute function keep_people();

create function keep_assignments() returns trigger language plpgsql as $$
begin
    insert into assignments_past values (old.person_no, old.market_no, old.category, old.from_on, old.operator_no, old.to_on,
        old.known_from, statement_timestamp());
    return null;
end $$;
create trigger known_again before update on assignments for each row execute function known_again();
create trigger keep_past after update or delete on assignments for each row execute function keep_assignments();

create function keep_absences() returns trigger language plpgsql as $$
begin
    insert into absences_past values (old.person_no, old.from_on, old.to_on,
        old.known_from, statement_timestamp());
    return null;
end $$;
create trigger known_again before update on absences for each row execute function known_again();
create trigger keep_past after update or delete on absences for each row execute function keep_absences();

create function keep_samples() returns trigger language plpgsql as $$
begin
    insert into samples_past values (old.person_no, old.taken_on, old.taken_at, old.result, old.laboratory,
        old.known_from, statement_timestamp());
    return null;
end $$;
create trigger known_again before update on samples for each row execute function known_again();
create trigger keep_past after update or delete on samples for each row execute function keep_samples();

-- A person's samples in one value, for reading millions of people: four bytes each, the day since 1970-01-01 times 256
-- plus the result's number, distinct and in order. Derived from samples; a row here is up to date unless sample_changes
-- names the person.
create table sampled (
    person_no bigint primary key references people on delete cascade,
    packed    bytea not null
);

create table result_words (
    no   smallint primary key check (no between 0 and 255),
    word text not null unique
);

-- Whose samples changed since their row in sampled was made. Appended to in the transaction of the change, by statement
-- triggers, so that no way in can forget it.
create table sample_changes (person_no bigint not null);
create index sample_changes_of on sample_changes (person_no);

create function note_new_samples() returns trigger language plpgsql as $$
begin
    insert into sample_changes select distinct person_no from fresh;
    return null;
end $$;

create function note_old_samples() returns trigger language plpgsql as $$
begin
    insert into sample_changes select distinct person_no from gone;
    return null;
end $$;

create trigger note_inserted after insert on samples referencing new table as fresh
    for each statement execute function note_new_samples();
create trigger note_updated after update on samples referencing new table as fresh
    for each statement execute function note_new_samples();
create trigger note_deleted after delete on samples referencing old table as gone
    for each statement execute function note_old_samples();

-- Makes the rows of sampled for the people of a range whose samples changed. Entries and rows are locked first, and the
-- samples read after that: whatever is committed later has an entry of its own, which stays.
create function refresh_sampled(low bigint, high bigint) returns void language plpgsql as $$
declare
    changed bigint[];
begin
    with gone as (delete from sample_changes where person_no >= low and person_no < high returning person_no)
    select array_agg(distinct person_no order by person_no) into changed from gone;
    if changed is null then
        return;
    end if;
    insert into sampled select person_no, '' from unnest(changed) person_no
        where exists (select from people where no = person_no) order by person_no on conflict do nothing;
    perform from sampled where person_no = any (changed) order by person_no for no key update;
    if exists (select from samples where person_no = any (changed) and result not in (select word from result_words)) then
        lock table result_words in share row exclusive mode;
        insert into result_words
            select (select coalesce(max(no), -1) from result_words) + row_number() over (order by word), word
            from (select distinct result as word from samples where person_no = any (changed)) fresh
            where word not in (select word from result_words);
    end if;
    update sampled set packed = coalesce((
        select string_agg(int4send(value), '' order by value) from (
            select distinct (taken_on - date '1970-01-01') * 256 + no as value
            from samples join result_words on word = result
            where samples.person_no = sampled.person_no) one), '')
    where person_no = any (changed);
end $$;

-- The zone in which times became days; fixed with the first stored data (SPEC section 9).
create table installation (zone text not null);
create unique index installation_once on installation ((true));

-- Answers to requests that carried an Idempotency-Key, so that a repeated one is answered and not done again.
create table idempotency (
    key      text primary key,
    request  bytea not null,
    answer   bytea not null,
    answered timestamptz not null default statement_timestamp()
);
