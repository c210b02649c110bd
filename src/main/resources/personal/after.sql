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

do $$
begin
    execute format('alter function seal_anew security definer set search_path = %I, pg_temp', current_schema);
    revoke execute on function seal_anew from public;
    if exists (select from pg_roles where rolname = 'anxin_service') then
        grant execute on function seal_anew to anxin_service;
    end if;
end $$;
