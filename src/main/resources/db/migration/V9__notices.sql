-- Notices to markets and subdistricts: written in the transaction of their cause, read as an inbox, sent to a webhook.

-- Numbered in the order of commits: whoever adds one holds a lock until its transaction ends (notices.Outbox), so that a
-- reader who has seen a number has seen all before it.
create table notices (
    no          bigint generated always as identity primary key,
    id          text collate "C" not null unique check (char_length(id) between 1 and 200), -- names the cause
    type        text collate "C" not null check (type ~ '^[a-z]+(-[a-z]+)*$'),
    market_no   integer not null references markets,
    subdistrict fact_text,              -- to which it is copied; null: to none
    data        json not null,          -- counts and links, no names
    noted       timestamptz not null default clock_timestamp(),
    delivered   timestamptz             -- to the webhook
);
create index notices_of_market on notices (market_no, no);
create index notices_of_subdistrict on notices (subdistrict, no) where subdistrict is not null;
create index notices_waiting on notices (market_no, no) where delivered is null;

-- One queue a market. Whoever sends its first notice that waits holds its row, so that the next one is not sent before.
create table notice_queues (
    market_no integer primary key references markets,
    failures  integer not null default 0, -- attempts in a row that failed
    next_try  timestamptz not null default clock_timestamp()
);
create index notice_queues_due on notice_queues (next_try);
