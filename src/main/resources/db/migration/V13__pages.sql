-- Why the receiver did not take the first notice of a queue when it was tried last; null once it has taken one.
alter table notice_queues add column last_failure text;
alter table notice_queues add column last_failed timestamptz;

-- For lists of notices and findings that are shown page by page.
create index patrol_findings_due on patrol_findings (due_on, no);
