-- The policy desk: numbered versions of the rules, who approved them, and from which day each is in force. All of it only
-- grows: nothing is ever changed or taken back, so what was in force and why can be told years later.

-- One version for each content. Versions are numbered without gaps.
create table ruleset_versions (
    no      integer primary key check (no > 0),
    ruleset text not null unique references rulesets,
    author  fact_text not null,
    reason  fact_text not null,
    created timestamptz not null default statement_timestamp(),
    unique (no, ruleset)
);

-- An approval names the content that was approved, not only its number.
create table ruleset_approvals (
    version  integer primary key,
    ruleset  text not null,
    approver fact_text not null,
    reason   fact_text not null,
    approved timestamptz not null default statement_timestamp(),
    foreign key (version, ruleset) references ruleset_versions (no, ruleset)
);

-- The ruleset in force on a day is that of the activation with the latest effective_from up to that day; of two with the
-- same, the later one. falls_back_to is where a rollback of it leads; null for the first.
create table ruleset_activations (
    no             integer primary key check (no > 0),
    version        integer not null references ruleset_versions,
    effective_from fact_day not null,
    falls_back_to  integer references ruleset_versions check (falls_back_to <> version),
    activator      fact_text not null,
    reason         fact_text not null,
    activated      timestamptz not null default statement_timestamp()
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception using errcode = 'restrict_violation', message = 'rows of ' || tg_table_name || ' are never changed';
end $$;
create trigger immutable before update or delete on rulesets for each row execute function refuse_change();
create trigger immutable before update or delete on ruleset_versions for each row execute function refuse_change();
create trigger immutable before update or delete on ruleset_approvals for each row execute function refuse_change();
create trigger immutable before update or delete on ruleset_activations for each row execute function refuse_change();
