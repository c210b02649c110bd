-- Second part of V16__personal_data: names, identity numbers and phones are only stored sealed (org.anxin.personal.Sealing).

-- Number of the key (1 byte), hash to find it by (8), nonce (12), 1 to 200 characters encrypted, tag (16).
create domain personal_text as bytea check (octet_length(value) between 38 and 837 and get_byte(value, 0) > 0);

create function sealed_of(person bigint) returns sealed language sql stable as 'select * from sealed where no = person';

-- Writes the table anew, so that what was legible is in no page of it any more.
analyze sealed;
alter table people
    alter column name type personal_text using (sealed_of(no)).name,
    alter column id_number type personal_text using (sealed_of(no)).id_number,
    alter column phone type personal_text using (sealed_of(no)).phone;
drop function sealed_of;

create index people_by_name on people (substring(name from 1 for 9));
create index people_by_id_number on people (substring(id_number from 1 for 9));
create index people_by_phone on people (substring(phone from 1 for 9));

-- With which keys values are sealed: proofs that a key is the same one, from which it cannot be made.
create table personal_keys (
    id    smallint primary key check (id between 1 and 255),
    proof bytea not null check (octet_length(proof) = 32),
    since timestamptz not null default statement_timestamp()
);

-- Who took everything that is stored about somebody.
create table person_exports (
    no        bigint generated always as identity primary key,
    person_no bigint not null,
    at        timestamptz not null default statement_timestamp(),
    actor     text not null default actor()
);

-- Sealing a value anew says nothing new about anybody: it leaves no history, and one entry in the audit log for all of them.
-- Only seal_anew does it, which runs as the owner: a setting alone keeps nobody's change out of the log.
create function sealing_anew() returns boolean language plpgsql stable as $$
begin
    if current_setting('anxin.sealing_anew', true) is distinct from 'on' then
        return false;
    end if;
    return current_user = (select pg_get_userbyid(relowner) from pg_class where oid = 'people'::regclass);
end $$;

create or replace trigger known_again before update on people for each row
    when (not (sealing_anew() and new.released_on is not distinct from old.released_on))
    execute function known_again();
create or replace trigger keep_past after update or delete on people for each row execute function keep_people();
create or replace function keep_people() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.known_from = old.known_from then
        return null;
    end if;
    insert into people_past values (old.no, old.released_on,
        old.known_from, statement_timestamp());
    return null;
end $$;

do $$
begin
    perform audited('people', '{person:no}', '{name,id_number,phone}');
    perform audited('personal_keys', '{}', '{proof}');
    perform audited('person_exports', '{person:person_no}');
end $$;

create or replace trigger audit_updated after update on people referencing old table as gone new table as fresh
    for each statement when (not sealing_anew()) execute function audit_people();

-- Stores what was sealed anew, of people whose rows the caller has locked. All arrays are equally long.
create function seal_anew(nos bigint[], names bytea[], id_numbers bytea[], phones bytea[]) returns void language plpgsql as $$
begin
    perform set_config('anxin.sealing_anew', 'on', true);
    update people set name = given.name, id_number = given.id_number, phone = given.phone
    from unnest(nos, names, id_numbers, phones) as given (no, name, id_number, phone) where people.no = given.no;
    perform set_config('anxin.sealing_anew', '', true);
    insert into audit_log (actor, request, table_name, action, touched, rows, changes)
    select actor(), request(), 'people', 'UPDATE',
        int8multirange(int8range(about('person', min(no)), about('person', max(no)), '[]')), count(*),
        '[{"hidden": ["name", "id_number", "phone"]}]'
    from unnest(nos) no;
end $$;

-- Forgets who people are and what was found in them, once all their work ended before a day and nothing about them is of that
-- day or later: name, identity number, phone, samples and absences, as they are and were. What is left is an id with its
-- assignments, findings and suspensions, so that counts and lists stay what they were. The audit log tells how much is gone
-- and not what it was. Gives the number of the last person looked at, null if there are no more, and how many were forgotten.
create function forget_people(before date, after bigint, most integer, out last bigint, out people bigint, out gone bigint)
language plpgsql as $$
declare
    whom bigint[];
    pastly bigint;
begin
    select array_agg(no), count(*), max(no) into whom, people, last from (
        select no from people p
        where no > after
          and exists (select from assignments where person_no = p.no)
          and not exists (select from assignments where person_no = p.no and (to_on is null or to_on >= before))
          and not exists (select from samples where person_no = p.no and taken_on >= before)
          and not exists (select from absences where person_no = p.no and (to_on is null or to_on >= before))
          and not exists (select from suspensions where person_no = p.no and lifted_sweep is null)
          and (num_nonnulls(name, id_number, phone) > 0 or exists (select from samples where person_no = p.no)
            or exists (select from samples_past where person_no = p.no) or exists (select from absences where person_no = p.no)
            or exists (select from absences_past where person_no = p.no))
        order by no limit most for update) ended;
    gone := 0;
    if whom is null then
        people := 0;
        return;
    end if;
    update people set name = null, id_number = null, phone = null
        where no = any (whom) and num_nonnulls(name, id_number, phone) > 0;
    perform set_config('anxin.forgetting', 'on', true);
    delete from samples where person_no = any (whom);
    get diagnostics gone = row_count;
    delete from absences where person_no = any (whom);
    get diagnostics pastly = row_count;
    gone := gone + pastly;
    perform set_config('anxin.forgetting', '', true);
    delete from samples_past where person_no = any (whom);
    delete from absences_past where person_no = any (whom);
    delete from sampled where person_no = any (whom);
    insert into audit_log (actor, request, table_name, action, touched, rows, changes)
    select actor(), request(), 'people', 'DELETE',
        range_agg(int8range(about('person', no), about('person', no), '[]')), count(*), '[{"hidden": ["samples", "absences"]}]'
    from unnest(whom) no;
end $$;

create function forgetting() returns boolean language plpgsql stable as $$
begin
    if current_setting('anxin.forgetting', true) is distinct from 'on' then
        return false;
    end if;
    return current_user = (select pg_get_userbyid(relowner) from pg_class where oid = 'people'::regclass);
end $$;

create or replace trigger audit_deleted after delete on samples referencing old table as gone
    for each statement when (not forgetting()) execute function audit_samples();
create or replace trigger audit_deleted after delete on absences referencing old table as gone
    for each statement when (not forgetting()) execute function audit_absences();

do $$
declare
    one text;
begin
    foreach one in array array['seal_anew', 'forget_people'] loop
        execute format('alter function %I security definer set search_path = %I, pg_temp', one, current_schema);
        execute format('revoke execute on function %I from public', one);
        if exists (select from pg_roles where rolname = 'anxin_service') then
            execute format('grant execute on function %I to anxin_service', one);
        end if;
    end loop;
end $$;
