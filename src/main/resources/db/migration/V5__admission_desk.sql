-- The admission desk: declared batches with their documents, every decision about them, what they take of certificates,
-- documents found false, and passes. Decisions, settlements and recalls are only ever added to.

create table batches (
    no          bigint generated always as identity primary key,
    id          fact_id not null unique,
    operator_no integer not null references operators,
    market_no   integer not null references markets,
    declared_on fact_day,
    arrives_on  fact_day,
    supplier    text,
    goods_name  text,
    origin      text,
    cold_chain  boolean,
    lots        json not null,    -- as sent: [{"lotNo", "quantity", "unit"}]
    state       text not null check (state in ('ADMITTED', 'REVIEW', 'REJECTED', 'RECALLED')),
    decision    integer not null, -- number of the newest
    received    timestamptz not null default statement_timestamp(),
    received_by text not null
);
create index batches_of_operator on batches (operator_no, id);
create index batches_at_market on batches (market_no, id);
create index batches_in_state on batches (state, id);

-- A document with the type and number of an earlier one takes its place in deciding; the earlier one stays here. The key is
-- the SHA-256 of type and number in common form: the same for whoever presents the document.
create table batch_documents (
    batch_no    bigint not null references batches,
    no          integer not null check (no > 0),
    type        text not null,
    number      text,
    key         bytea check (octet_length(key) = 32), -- null where the number is blank
    issued_on   fact_day,
    valid_until fact_day,
    sampled_on  fact_day,
    holder      text,
    goods_name  text,
    origin      text,
    result      text,
    lots        json not null,
    decision    integer not null, -- the first decision that it was presented for
    replaced_by integer,          -- the document that took its place
    added       timestamptz not null default statement_timestamp(),
    added_by    text not null,
    primary key (batch_no, no)
);
create index batch_documents_of on batch_documents (key);

create table batch_decisions (
    batch_no   bigint not null references batches,
    no         integer not null check (no > 0),
    cause      text not null check (cause in ('DECLARED', 'DOCUMENT_ADDED', 'ASKED')),
    as_of      fact_day not null,
    ruleset    text not null references rulesets,
    outcome    text not null check (outcome in ('ADMIT', 'REVIEW', 'REJECT')),
    findings   json not null,   -- as answered
    codes      text[] not null, -- of the findings, each once: for counting by reason
    decided    timestamptz not null default statement_timestamp(),
    decided_by text not null,
    primary key (batch_no, no)
);
create index batch_decisions_of_day on batch_decisions (as_of) include (batch_no, no, outcome);

create table batch_settlements (
    batch_no   bigint not null,
    decision   integer not null,
    outcome    text not null check (outcome in ('ADMIT', 'REJECT')),
    reason     text not null,
    settled    timestamptz not null default statement_timestamp(),
    settled_by text not null,
    primary key (batch_no, decision),
    foreign key (batch_no, decision) references batch_decisions
);

-- What batches that were admitted or wait for a person take of the lots on their documents. Texts in common form. A batch
-- that is rejected or recalled has no rows: it gives back what it took.
create table lot_uses (
    batch_no bigint not null references batches,
    key      bytea not null check (octet_length(key) = 32),
    lot_no   text not null,
    unit     text not null,
    listed   numeric, -- what the document, as presented with this batch, gives; null if nothing in this unit
    quantity numeric not null check (quantity > 0)
);
create index lot_uses_of_document on lot_uses (key);
create index lot_uses_of_batch on lot_uses (batch_no);

create table false_documents (
    no               integer generated always as identity primary key,
    type             text not null,
    number           text not null,
    key              bytea not null check (octet_length(key) = 32),
    reason           text not null,
    found            timestamptz not null default statement_timestamp(),
    found_by         text not null,
    withdrawn        timestamptz,
    withdrawn_by     text,
    withdrawn_reason text,
    check ((withdrawn is null) = (withdrawn_by is null) and (withdrawn is null) = (withdrawn_reason is null))
);
create unique index false_documents_now on false_documents (key) where withdrawn is null;

-- Which batches lost their admission to a document found false.
create table recalls (
    batch_no       bigint not null references batches,
    false_document integer not null references false_documents,
    state          text not null, -- of the batch before
    recalled       timestamptz not null default statement_timestamp(),
    recalled_by    text not null,
    primary key (batch_no, false_document)
);

-- The code is a secret of 128 random bits or more: whoever holds it may ask at the gate whether the admission counts.
create table passes (
    code     text primary key check (code ~ '^[A-Za-z0-9_-]{22,64}$'),
    batch_no bigint not null unique references batches,
    from_on  fact_day not null, -- the day of the first admission
    issued   timestamptz not null default statement_timestamp()
);

-- Files are named by the hash of their content and lie in a directory; a row is written when its file is safe there.
create table document_files (
    no          bigint generated always as identity primary key,
    batch_no    bigint not null,
    document_no integer not null,
    sha256      bytea not null check (octet_length(sha256) = 32),
    size        bigint not null check (size > 0),
    media_type  text not null,
    received    timestamptz not null default statement_timestamp(),
    received_by text not null,
    foreign key (batch_no, document_no) references batch_documents
);
create index document_files_of on document_files (batch_no, document_no, no);

create trigger only_added before update or delete on batch_decisions for each row execute function refuse_change();
create trigger only_added before update or delete on batch_settlements for each row execute function refuse_change();
create trigger only_added before update or delete on recalls for each row execute function refuse_change();
create trigger only_added before update or delete on passes for each row execute function refuse_change();
create trigger only_added before update or delete on document_files for each row execute function refuse_change();

-- Locks documents for the transaction, in the order given, which is the same for everybody: whoever decides by what others
-- take of a document waits for those that are just deciding.
create function lock_documents(keys bigint[], alone boolean[]) returns void language plpgsql as $$
begin
    for i in 1 .. cardinality(keys) loop
        if alone[i] then
            perform pg_advisory_xact_lock(keys[i]);
        else
            perform pg_advisory_xact_lock_shared(keys[i]);
        end if;
    end loop;
end $$;
