-- The nightly sweep: who was found in which status, who is suspended, and the proof that nobody was missed (SPEC section 7).

-- Every version of the rules that a run was pinned to, so that any node can load it and any day be decided again.
create table rulesets (
    id         text primary key check (id ~ '^sha256:[0-9a-f]{64}$'),
    files      bytea not null, -- a zip archive of the rule files
    first_used timestamptz not null default statement_timestamp()
);

-- Runs are numbered in the order in which they are carried out: one after the other, the next one begins where the one
-- before it ended.
create table sweeps (
    no          integer primary key check (no > 0),
    id          fact_id not null unique, -- the day and which run for it: 2022-04-07.1
    as_of       fact_day not null,
    known_at    timestamptz,             -- decided with what was known then; null: with what is known
    nightly     boolean not null,
    ruleset     text not null references rulesets,
    state       text not null check (state in ('RUNNING', 'COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED')),
    newest      boolean,                 -- whether it may open and lift suspensions; null until it has begun
    requested   timestamptz not null default statement_timestamp(),
    begun       timestamptz,             -- null while an earlier run goes on
    ended       timestamptz,
    failure     text,                    -- why it failed, a code
    check ((failure is not null) = (state = 'FAILED')),
    check ((state = 'RUNNING') = (ended is null))
);
create unique index sweeps_running on sweeps (as_of, known_at) nulls not distinct where state = 'RUNNING';
create unique index sweeps_nightly on sweeps (as_of) where nightly;
create index sweeps_of_day on sweeps (as_of, no);

-- A shard is the people whose numbers are in low <= no < high; the shards of a run cover all numbers. attempt is the fence:
-- a node writes only as long as nobody claimed the shard after it.
create table sweep_shards (
    sweep      integer not null references sweeps,
    shard      integer not null,
    low        bigint not null,
    high       bigint not null check (high > low),
    attempt    integer not null default 0,
    claimed_by text,
    failures   integer not null default 0, -- attempts that failed although the database was there
    done       timestamptz,
    registered integer,
    evaluated  integer,
    errors     integer,
    by_status  jsonb,
    primary key (sweep, shard)
);

-- The same counts for each market, at which a person counts who has or had or will have an assignment there.
create table sweep_markets (
    sweep      integer not null,
    shard      integer not null,
    market_no  integer not null references markets,
    registered integer not null,
    evaluated  integer not null,
    errors     integer not null,
    warned     integer not null,
    suspended  integer not null,
    primary key (sweep, shard, market_no),
    foreign key (sweep, shard) references sweep_shards
);

create table sweep_errors (
    sweep     integer not null,
    person_no bigint not null references people,
    shard     integer not null,
    code      text not null,
    zh        text not null,
    en        text not null,
    primary key (sweep, person_no),
    foreign key (sweep, shard) references sweep_shards
);

-- What the last run that changed it found about a person. A run writes only whom it finds changed; what was found before
-- is in results_past. So run n found: the row here if sweep <= n, else the one there with sweep <= n < until_sweep.
-- places: the markets that have the person on a list, each with the operators there: {"M-01 O-00044"}.
-- No foreign keys, here and in results_past: for a million rows they would cost as much as all the rest of the sweep. What
-- they would refer to is read in the transaction that writes the row, and the trigger below keeps it.
create table results (
    person_no bigint primary key,
    sweep     integer not null,
    status    text not null,
    due_on    date,
    action    text not null,
    rules     text[] not null,
    places    text[] not null
) with (fillfactor = 80);

create table results_past (
    person_no   bigint not null,
    until_sweep integer not null,
    sweep       integer not null,
    status      text not null,
    due_on      date,
    action      text not null,
    rules       text[] not null,
    places      text[] not null,
    primary key (person_no, until_sweep)
);

create function keep_found() returns trigger language plpgsql as $$
begin
    if exists (select from results where person_no = old.no) or exists (select from results_past where person_no = old.no)
    then
        raise exception using errcode = 'foreign_key_violation', table = 'results', constraint = 'results_person_no_fkey',
            message = 'sweeps found something about this person';
    end if;
    return old;
end $$;
create trigger keep_found before delete on people for each row execute function keep_found();

create table suspensions (
    no              bigint generated always as identity primary key,
    person_no       bigint not null references people,
    opened_sweep    integer not null references sweeps,
    action          text not null check (action in ('SUSPEND', 'BLOCK')), -- when it opened
    rules           text[] not null,                                      -- that opened it
    opened_samples  date[] not null,  -- what it rests on: the last counted samples, or those that block
    lifted_sweep    integer references sweeps,
    lifted_samples  date[],           -- the last counted samples when it was lifted
    check (lifted_sweep > opened_sweep),
    check ((lifted_sweep is null) = (lifted_samples is null))
);
create unique index suspensions_open on suspensions (person_no) where lifted_sweep is null;
create index suspensions_of on suspensions (person_no, opened_sweep);

-- The clustered scheduler's own table (db-scheduler 16), which claims shards for nodes.
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_alive on scheduled_tasks (last_heartbeat);
