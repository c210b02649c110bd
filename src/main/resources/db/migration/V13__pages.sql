-- Why the receiver did not take the first notice of a queue when it was tried last; null once it has taken one.
alter table notice_queues add column last_failure text;
alter table notice_queues add column last_failed timestamptz;

-- For lists of notices and findings that are shown page by page.
create index patrol_findings_due on patrol_findings (due_on, no);

-- Figures of completed runs as they were counted when somebody first looked, for trends: by market, and in all where no
-- market is named. The places of counts are those of sweep.FoundGroup.
create table run_figures (
    sweep     integer not null references sweeps on delete cascade,
    market_no integer references markets on delete cascade,
    counts    integer[] not null,
    unique nulls not distinct (sweep, market_no)
);
