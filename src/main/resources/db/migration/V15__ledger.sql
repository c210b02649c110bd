-- The decision log, in which every decision that had an effect is chained to the one before, and the audit log of every
-- change. Both are only added to. The service's role may read them; what adds to them are the functions and triggers below,
-- which run as the owner. Months are partitions of their own, and the months of UTC.

-- Decisions of one stream and month are a chain: hash covers the row and the hash before it, the first of a chain that of its
-- name. A stream has one writer at a time anyway (a batch, a shard of a sweep, a node that logs evaluate calls), so that a
-- chain makes nobody wait who did not wait before.
create table decision_log (
    month     date not null,
    stream    text collate "C" not null check (stream ~ '^[A-Za-z0-9._:/-]{1,100}$'),
    no        integer not null check (no > 0),
    kind      text not null check (kind in ('SWEEP', 'BATCH', 'SETTLEMENT', 'PASS', 'RECALL', 'EVALUATE')),
    day       date not null,        -- decided for
    ruleset   text not null,        -- that decided; empty where a person did
    known_at  timestamptz,          -- sweeps: what was known then are the facts
    recorded  timestamptz not null,
    actor     text not null check (actor ~ '^[^\n]+$'),
    request   text not null check (request !~ '\n'),
    low       bigint not null,      -- sweeps: the first and the last number of its people; else 0
    high      bigint not null,
    subjects  text[] not null,      -- else: the ids that it is about
    decisions integer not null check (decisions > 0),
    facts     bytea not null check (octet_length(facts) = 32),  -- SHA-256
    body      bytea not null,       -- compressed lines of JSON, a decision each
    previous  bytea not null check (octet_length(previous) = 32),
    hash      bytea not null check (octet_length(hash) = 32),
    primary key (month, stream, no)
) partition by range (month);
create index decision_log_day on decision_log (day, month, stream, no);
create index decision_log_subjects on decision_log using gin (subjects);
create index decision_log_people on decision_log using gist (int8range(low, high, '[]')) where kind = 'SWEEP';
alter table decision_log alter column body set storage external;

-- Where each chain ends, so that a chain cut short is seen.
create table decision_heads (
    month  date not null,
    stream text collate "C" not null,
    no     integer not null,
    hash   bytea not null,
    sealed integer not null default 0,  -- the last number that a seal names
    primary key (month, stream)
);
create index decision_heads_open on decision_heads (month, stream) where sealed < no;

-- The chain of chains: each seal names ends of chains and the seal before it. Never dropped, so that it is known what every
-- month contained, whether its partition is still there or not.
create table decision_seals (
    no       bigint primary key check (no > 0),
    sealed   timestamptz not null,
    heads    text not null,             -- lines of: month, stream, number, hash
    previous bytea not null,
    hash     bytea not null
);

create table audit_log (
    no         bigint generated always as identity,
    at         timestamptz not null default clock_timestamp(),
    tx         xid8 not null default pg_current_xact_id(),
    actor      text not null,
    request    text not null,
    table_name text not null,
    action     text not null check (action in ('INSERT', 'UPDATE', 'DELETE')),
    subject    text,                    -- id of the row, where the entry is about one that has an id
    touched    int8multirange not null, -- numbers of those concerned: see about()
    rows       integer not null,
    changes    json,                    -- [{"before", "after", "hidden"}]; null: rows with known_from = known that were added
    known      timestamptz,
    primary key (at, no)
) partition by range (at);
create index audit_log_no on audit_log (no);
create index audit_log_touched on audit_log using gist (touched);
create index audit_log_subject on audit_log (subject) where subject is not null;

-- Only the owner could take this away, and would have to.
create trigger only_added before update or delete on decision_log for each row execute function refuse_change();
create trigger only_added before update or delete on decision_seals for each row execute function refuse_change();
create trigger only_added before update or delete on audit_log for each row execute function refuse_change();
create trigger never_emptied before truncate on decision_log for each statement execute function refuse_change();
create trigger never_emptied before truncate on decision_seals for each statement execute function refuse_change();
create trigger never_emptied before truncate on audit_log for each statement execute function refuse_change();

create table decision_log_other partition of decision_log default;
create table audit_log_other partition of audit_log default;

create function request() returns text language sql stable as $$
    select coalesce(current_setting('anxin.request', true), '')
$$;

-- Makes the partitions of a month, where they are missing. Rows whose month has none go to the partitions of others.
create function log_partitions(day date) returns void language plpgsql as $$
declare
    first date := date_trunc('month', day);
    name text;
    low text;
    high text;
    parent text;
begin
    perform pg_advisory_xact_lock(hashtext('log_partitions'));
    foreach parent in array array['decision_log', 'audit_log'] loop
        name := parent || to_char(first, '_YYYY_MM');
        continue when to_regclass(name) is not null;
        low := case parent when 'audit_log' then first || ' 00:00+00' else first::text end;
        high := case parent when 'audit_log' then (first + interval '1 month')::date || ' 00:00+00'
            else ((first + interval '1 month')::date)::text end;
        execute format('create table %I (like %I including defaults including constraints'
            ' including storage)', name, parent);
        execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, name, low, high);
        execute format('create trigger never_emptied before truncate on %I for each statement'
            ' execute function refuse_change()', name);
        if exists (select from pg_roles where rolname = 'anxin_service') then
            execute format('revoke insert, update, delete, maintain on %I from anxin_service', name);
        end if;
    end loop;
end $$;

do $$
begin
    perform log_partitions((date_trunc('month', now() at time zone 'UTC') + ahead * interval '1 month')::date)
    from generate_series(0, 2) ahead;
end $$;

-- What the hash of a row covers beside the hash before it and the body.
create function decision_header(of decision_log) returns text language sql stable as $$
    select concat_ws(E'\n', of.month::text, of.stream, of.no::text, of.kind, of.day::text, of.ruleset,
        coalesce((extract(epoch from of.known_at) * 1000000)::bigint::text, '-'),
        (extract(epoch from of.recorded) * 1000000)::bigint::text, of.actor, of.request, of.low::text, of.high::text,
        array_to_string(of.subjects, ' '), of.decisions::text, encode(of.facts, 'hex'), octet_length(of.body)::text, '')
$$;

-- Adds rows to a stream, in the transaction of their effect. All arrays are equally long; those of ids have a space between.
create function log_decisions(into_stream text, kinds text[], days date[], rulesets text[], known timestamptz, lows bigint[],
    highs bigint[], ids text[], counts integer[], hashes bytea[], bodies bytea[])
returns void language plpgsql as $$
declare
    this_month date := date_trunc('month', now() at time zone 'UTC');
    one decision_log;
    head decision_heads;
    given record;
begin
    select * into head from decision_heads where month = this_month and stream = into_stream for update;
    if not found then
        insert into decision_heads (month, stream, no, hash)
        values (this_month, into_stream, 0, sha256(convert_to(this_month || ' ' || into_stream, 'UTF8')))
        returning * into head;
    end if;
    for given in select * from unnest(kinds, days, rulesets, lows, highs, ids, counts, hashes, bodies)
        as row (kind, day, ruleset, low, high, ids, decisions, facts, body)
    loop
        one := (this_month, into_stream, head.no + 1, given.kind, given.day, given.ruleset, known, clock_timestamp(),
            actor(), request(), given.low, given.high, string_to_array(given.ids, ' '), given.decisions, given.facts,
            given.body, head.hash, null);
        one.hash := sha256(head.hash || convert_to(decision_header(one), 'UTF8') || given.body);
        insert into decision_log select one.*;
        head.no := one.no;
        head.hash := one.hash;
    end loop;
    update decision_heads set no = head.no, hash = head.hash where month = this_month and stream = into_stream;
end $$;

-- Seals the chains that grew, and tells the last seal. One sealer at a time; rows that are being written are sealed next time.
create function seal_decisions() returns decision_seals language plpgsql as $$
declare
    grown text;
    last decision_seals;
begin
    perform pg_advisory_xact_lock(hashtext('seal_decisions'));
    select * into last from decision_seals order by no desc limit 1;
    with open as (
        select month, stream, no from decision_heads where sealed < no order by month, stream limit 10000
        for update skip locked),
    now_sealed as (
        update decision_heads h set sealed = open.no from open where h.month = open.month and h.stream = open.stream
        returning h.month, h.stream, h.no, h.hash)
    select string_agg(concat_ws(' ', month, stream, no, encode(hash, 'hex')), E'\n' order by month, stream)
    into grown from now_sealed;
    if grown is null then
        return last;
    end if;
    insert into decision_seals
    select next, at, grown, before, sha256(before || convert_to(concat_ws(E'\n', next,
        (extract(epoch from at) * 1000000)::bigint, grown), 'UTF8'))
    from (select coalesce(last.no, 0) + 1 as next, clock_timestamp() as at,
        coalesce(last.hash, sha256('anxin')) as before) seal
    returning * into last;
    return last;
end $$;

-- Numbers of people, operators, markets and batches in one range of numbers.
create function about(kind text, no bigint) returns bigint language sql immutable as $$
    select case kind when 'person' then 1 when 'operator' then 2 when 'market' then 3 when 'batch' then 4 end::bigint << 48 | no
$$;

-- Lets every change of a table be written down: what rows said before and after. Statement triggers, so that a statement
-- costs one insertion for 200 rows. What many added rows say is not repeated where the table keeps it with the time since
-- which it is known: whoever changes or deletes them later leaves that in this log.
--   concerned: who is, as "person:person_no"
--   hidden: columns with personal data or secrets, of which only is told that they were there, or changed
-- A later migration that adds a column calls this again.
create function audited(of_table text, concerned text[], hidden text[] default '{}') returns void language plpgsql as $body$
declare
    columns text[] := (select array_agg(attname order by attnum) from pg_attribute
        where attrelid = of_table::regclass and attnum > 0 and not attisdropped);
    key text[] := coalesce((select array_agg(attname) from pg_index join pg_attribute on attrelid = indrelid
        and attnum = any (indkey) where indrelid = of_table::regclass
        and (indisprimary or of_table = 'samples' and indisunique)), columns[:1]);
    none text := $$'{}'::int8multirange$$;
    op text;
    code text := '';
    chosen text;        -- a column of the row, of the new one where there is one
    source text;
    change text;        -- what is told of a row
    fields text;        -- what is needed of each row
    touched text;
begin
    touched := coalesce((select 'int8multirange(' || string_agg(format(
        $$int8range(min(about_%1$s), max(about_%1$s), '[]')$$, place), ', ') || ')'
        from unnest(concerned) with ordinality c (entry, place)), none);
    foreach op in array array['INSERT', 'UPDATE', 'DELETE'] loop
        chosen := case op when 'INSERT' then 'n.%1$I' when 'DELETE' then 'o.%1$I' else 'coalesce(n.%1$I, o.%1$I)' end;
        source := case op when 'INSERT' then 'fresh n' when 'DELETE' then 'gone o'
            else 'gone o full join fresh n on ' || (select string_agg(format(case name when 'taken_at'
                then $$coalesce(o.%1$I, '-infinity') = coalesce(n.%1$I, '-infinity')$$ else 'o.%1$I = n.%1$I' end, name),
                ' and ') from unnest(key) name)
                -- Where rows tell since when they are known, an update that changes nothing is none.
                || case when 'known_from' = any (columns) then '' else ' where (o.*)::text is distinct from (n.*)::text' end
            end;
        change := (select string_agg(format(
            '%L, case when %s.%I is not null then (select row_to_json(shown) from (select %s) shown) end',
            side, alias, key[1], shown), ', ')
            from (values ('before', 'o', 'INSERT'), ('after', 'n', 'DELETE')) sides (side, alias, without)
            cross join lateral (select string_agg(format('%s.%I', alias, name), ', ' order by place) as shown
                from unnest(columns) with ordinality c (name, place) where name <> all (hidden)) row
            where without <> op);
        if hidden <> '{}' then
            change := change || $$, 'hidden', array_remove(array[$$ || (select string_agg(format('case when '
                || case op when 'UPDATE' then 'n.%1$I::text is distinct from o.%1$I::text' else chosen || ' is not null' end
                || ' then %1$L end', name), ', ') from unnest(hidden) name) || '], null)';
        end if;
        fields := 'json_build_object(' || change || ') as change'
            || coalesce((select string_agg(format(', about(%L, ', split_part(entry, ':', 1))
                || format(chosen, split_part(entry, ':', 2)) || ') as about_' || place, '')
                from unnest(concerned) with ordinality c (entry, place)), '')
            || case when 'id' = any (columns) then ', ' || format(chosen, 'id') || '::text' else ', null::text' end
            || ' as subject';
        code := code || format($f$
    if tg_op = %1$L then
        insert into audit_log (actor, request, table_name, action, subject, touched, rows, changes)
        select actor(), request(), %2$L, %1$L, case when count(*) = 1 then min(subject) end, %3$s, count(*),
            json_agg(change order by place)
        from (select *, row_number() over () as place from (select %4$s from %5$s) changed) numbered
        group by (place - 1) / 200;
    end if;$f$, op, of_table, touched, fields, source);
    end loop;
    if 'known_from' = any (columns) then
        code := format($f$
    if tg_op = 'INSERT' then
        if (select count(*) > 200 from (select from fresh limit 201) few) then
            insert into audit_log (actor, request, table_name, action, touched, rows, known)
            select actor(), request(), %L, 'INSERT', %s, count(*), min(known_from) from fresh;
            return null;
        end if;
    end if;$f$, of_table, coalesce((select 'int8multirange(' || string_agg(format(
            $$int8range(about(%1$L, min(%2$I)), about(%1$L, max(%2$I)), '[]')$$, split_part(entry, ':', 1),
            split_part(entry, ':', 2)), ', ') || ')' from unnest(concerned) entry), none)) || code;
    end if;
    execute format('create or replace function %I() returns trigger language plpgsql security definer'
        ' set search_path = %I, pg_temp as %L', 'audit_' || of_table, current_schema,
        'begin' || code || E'\n    return null;\nend');
    execute format('create or replace trigger audit_inserted after insert on %1$I referencing new table as fresh'
        ' for each statement execute function %2$I()', of_table, 'audit_' || of_table);
    execute format('create or replace trigger audit_updated after update on %1$I referencing old table as gone'
        ' new table as fresh for each statement execute function %2$I()', of_table, 'audit_' || of_table);
    execute format('create or replace trigger audit_deleted after delete on %1$I referencing old table as gone'
        ' for each statement execute function %2$I()', of_table, 'audit_' || of_table);
end $body$;

do $$
begin
    perform audited('markets', '{market:no}');
    perform audited('operators', '{operator:no,market:market_no}', '{name}');
    perform audited('people', '{person:no}', '{name,id_number,phone}');
    perform audited('assignments', '{person:person_no,market:market_no,operator:operator_no}');
    perform audited('absences', '{person:person_no}', '{reason}');
    perform audited('samples', '{person:person_no}');
    perform audited('installation', '{}');
    perform audited('letters', '{}');
    perform audited('activations', '{operator:operator_no,person:person_no}');
    perform audited('signatures', '{operator:operator_no,person:person_no}');
    perform audited('import_operators', '{operator:operator_no}');
    perform audited('imported_goods', '{operator:operator_no}');
    perform audited('contacts', '{person:person_no,operator:operator_no}');
    perform audited('cameras', '{market:market_no}');
    perform audited('visits', '{market:market_no}', '{remarks}');
    perform audited('visit_items', '{}', '{remark}');
    perform audited('visit_photos', '{}');
    perform audited('patrol_findings', '{market:market_no}');
    perform audited('rectifications', '{}', '{proof}');
    perform audited('rectification_photos', '{}');
    perform audited('images', '{}');
    perform audited('batches', '{batch:no,operator:operator_no,market:market_no}');
    perform audited('batch_documents', '{batch:batch_no}');
    perform audited('batch_decisions', '{batch:batch_no}');
    perform audited('batch_settlements', '{batch:batch_no}');
    perform audited('false_documents', '{}');
    perform audited('recalls', '{batch:batch_no}');
    perform audited('passes', '{batch:batch_no}', '{code}');
    perform audited('document_files', '{batch:batch_no}');
    perform audited('rulesets', '{}', '{files}');
    perform audited('ruleset_versions', '{}');
    perform audited('ruleset_approvals', '{}');
    perform audited('ruleset_activations', '{}');
    perform audited('sweeps', '{}');
    perform audited('shadows', '{}');
    perform audited('api_keys', '{}', '{hash,last_used_on}');
end $$;

-- These run as the owner, whatever tables a session has of its own.
do $$
declare
    one text;
begin
    foreach one in array array['log_partitions(date)', 'seal_decisions()', 'samples_partition(date)',
        'log_decisions(text, text[], date[], text[], timestamptz, bigint[], bigint[], text[], integer[], bytea[], bytea[])']
    loop
        execute format('alter function %s security definer set search_path = %I, pg_temp', one, current_schema);
        execute format('revoke execute on function %s from public', one);
    end loop;
end $$;

-- Lets the role "anxin_service", which the service's login is a member of, work with everything but the logs, which it may
-- only read. The owner calls it again if that role is made later.
create function open_to_service() returns void language plpgsql as $$
declare
    log regclass;
begin
    execute format('grant usage on schema %I to anxin_service', current_schema);
    execute format('alter default privileges in schema %I grant select, insert, update, delete, maintain on tables to anxin_service',
        current_schema);
    execute format('grant select, insert, update, delete, maintain on all tables in schema %I to anxin_service', current_schema);
    execute format('grant execute on all functions in schema %I to anxin_service', current_schema);
    for log in select oid::regclass from pg_class where relnamespace = current_schema::regnamespace and relkind in ('r', 'p')
        and relname ~ '^(decision_(log|heads|seals)|audit_log|flyway_schema_history)'
    loop
        execute format('revoke insert, update, delete, maintain on %s from anxin_service', log);
    end loop;
end $$;

do $$
begin
    if exists (select from pg_roles where rolname = 'anxin_service') then
        perform open_to_service();
    end if;
end $$;
