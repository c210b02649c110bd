-- What other rules would change: previews of a publication, and drafts that run beside the rules that decide. Nothing here is
-- needed to decide anything; what is old is removed.

-- A preview waits until a node takes it. Whether that node lives is told by the database's clock, not by its own.
create table impacts (
    no        bigint generated always as identity primary key,
    ruleset   text not null references rulesets, -- the rules that are asked about
    against   text not null references rulesets, -- what they are compared with
    from_on   fact_day not null,
    to_on     fact_day not null,
    state     text not null check (state in ('RUNNING', 'COMPLETED', 'FAILED')),
    requested timestamptz not null default clock_timestamp(),
    node      text,                               -- who carries it out; null while it waits
    begun     timestamptz,
    seen      timestamptz,                        -- when that node last got on with it
    ended     timestamptz,
    total     integer not null default 0,         -- people to decide
    done      integer not null default 0,
    failure   text,                               -- why it failed, a code
    result    json,                               -- what is answered about it
    check (to_on >= from_on),
    check ((node is null) = (begun is null)),
    check ((state = 'RUNNING') = (ended is null)),
    check ((failure is not null) = (state = 'FAILED')),
    check ((result is not null) = (state = 'COMPLETED'))
);
-- The same question is not carried out twice at a time.
create unique index impacts_running on impacts (ruleset, against, from_on, to_on) where state = 'RUNNING';
create index impacts_ended on impacts (ended);

-- Who would be found otherwise on a day. changes: a bit for each kind of change. Status and action are empty and a code is
-- given where the person could not be decided. No foreign keys: they would cost as much as all the rest.
create table impact_people (
    impact        bigint not null,
    on_day        date not null,
    person_no     bigint not null,
    changes       integer not null,
    markets       text[] not null,
    before_status text not null,
    before_due    date,
    before_action text not null,
    before_rules  text[] not null,
    before_code   text not null,
    after_status  text not null,
    after_due     date,
    after_action  text not null,
    after_rules   text[] not null,
    after_code    text not null,
    primary key (impact, on_day, person_no)
);

-- A ruleset that decides beside the one that answers. One at a time in all nodes.
create table shadows (
    no      bigint generated always as identity primary key,
    ruleset text not null references rulesets,
    share   double precision not null check (share >= 0 and share <= 1), -- of the calls that are compared
    begun   timestamptz not null default clock_timestamp(),
    ended   timestamptz
);
create unique index shadows_running on shadows ((true)) where ended is null;
create index shadows_of on shadows (ruleset, no);

-- What each node has counted, as a JSON object of counts by name.
create table shadow_counts (
    shadow bigint not null references shadows on delete cascade,
    node   text not null,
    counts jsonb not null,
    primary key (shadow, node)
);

-- A few differences that each node has met.
create table shadow_differences (
    shadow  bigint not null references shadows on delete cascade,
    node    text not null,
    place   integer not null,
    met     timestamptz not null default clock_timestamp(),
    content json not null,
    primary key (shadow, node, place)
);
