-- Keys by which machines call the service. What is stored proves that somebody has a key, and is no key: the SHA-256 of
-- 256 random bits. Rows stay, since records name keys as those who changed them.
create table api_keys (
    id           text collate "C" primary key check (id ~ '^[0-9a-f]{12}$'),
    hash         bytea not null check (octet_length(hash) = 32),
    name         fact_text not null,    -- what it is for
    roles        text[] not null check (cardinality(roles) > 0),
    markets      text[] not null,       -- ids of a market organiser's markets
    made         timestamptz not null default statement_timestamp(),
    made_by      fact_text not null,
    expires_on   fact_day not null,     -- its last day in the service's zone
    revoked      timestamptz,
    revoked_by   fact_text,
    last_used_on fact_day,
    check (num_nulls(revoked, revoked_by) in (0, 2))
);
