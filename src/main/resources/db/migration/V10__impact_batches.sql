-- Stored batches that other rules would decide otherwise, as a preview found them. One row a batch: it is compared for the
-- day of its newest decision. Outcome is empty and a code is given where the batch could not be decided. No foreign key to
-- batches, which would lock them while they are decided.
create table impact_batches (
    impact          bigint not null references impacts on delete cascade,
    on_day          date not null,
    batch_no        bigint not null,
    change          text not null,
    market          text not null,
    before_outcome  text not null,
    before_findings json not null,   -- as answered: findings that differ in number or lot only are counted together
    before_codes    text[] not null, -- of the findings, each once
    before_rules    text[] not null, -- that made them, each once
    before_code     text not null,
    after_outcome   text not null,
    after_findings  json not null,
    after_codes     text[] not null,
    after_rules     text[] not null,
    after_code      text not null,
    primary key (impact, on_day, batch_no)
);
