-- Patrols (巡查): the cameras of markets, what was seen through them or on the spot, and what was made of it.

create table cameras (
    no         integer generated always as identity primary key,
    id         fact_id not null unique,
    market_no  integer not null references markets,
    name       fact_text not null,
    scene      fact_text not null,     -- a declared word
    from_on    fact_day,               -- first and last day in service; null: not known to begin or end
    to_on      fact_day,
    registered timestamptz not null default statement_timestamp(),
    known_from timestamptz not null default statement_timestamp(),
    check (to_on >= from_on)
);
create index cameras_of_market on cameras (market_no);

create table cameras_past (no integer not null, market_no integer not null, scene text not null, from_on date, to_on date,
    known_from timestamptz not null, known_to timestamptz not null);
create index cameras_past_of on cameras_past (no);

create function keep_cameras() returns trigger language plpgsql as $$
begin
    insert into cameras_past values (old.no, old.market_no, old.scene, old.from_on, old.to_on,
        old.known_from, statement_timestamp());
    return null;
end $$;
create trigger known_again before update on cameras for each row execute function known_again();
create trigger keep_past after update or delete on cameras for each row execute function keep_cameras();

-- What the video platform reported of a camera: reports in a row that say the same are one row, so that a platform which
-- reports every minute does not fill the disk.
create table camera_states (
    camera_no integer not null references cameras,
    since     timestamptz not null,
    online    boolean not null,
    reported  timestamptz not null,     -- the last of them
    primary key (camera_no, since),
    check (reported >= since)
);

-- Images that were handed in; their bytes are files named by the hash (files.StoredFiles).
create table images (
    sha256 text collate "C" primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size   bigint not null check (size > 0),
    kind   text not null check (kind in ('PNG', 'JPEG')),
    stored timestamptz not null default statement_timestamp()
);

-- One visit or video check of a market. on_day is the civil day of at in the service's zone.
create table visits (
    no        bigint generated always as identity primary key,
    id        fact_id not null unique,
    market_no integer not null references markets,
    at        timestamptz not null,
    on_day    fact_day not null,
    means     text not null check (means in ('VISIT', 'VIDEO')),
    camera_no integer references cameras,
    still     text collate "C" references images,
    remarks   fact_text,
    recorded  timestamptz not null default statement_timestamp(),
    check (means = 'VISIT' or camera_no is not null and still is not null)
);
create index visits_at_market on visits (market_no, on_day);
create index visits_of_day on visits (on_day);
create index visits_by_time on visits (at, id);
create index visits_through on visits (camera_no);

create table visit_items (
    visit_no bigint not null references visits,
    item     text not null,             -- a declared word
    passed   boolean not null,
    remark   fact_text,
    primary key (visit_no, item)
);

create table visit_photos (
    visit_no bigint not null references visits,
    place    smallint not null,
    image    text collate "C" not null references images,
    primary key (visit_no, place)
);

-- An item that a rule made a finding when its check was stored, with the ruleset that decided. Whether it is open or overdue
-- on a day follows from the days. widespread_on: since when it is copied to the subdistrict, decided by the ruleset beside it.
create table patrol_findings (
    no                   bigint generated always as identity primary key,
    visit_no             bigint not null references visits,
    item                 text not null,
    market_no            integer not null references markets, -- these three as in the visit
    at                   timestamptz not null,
    on_day               date not null,
    code                 text not null,
    due_on               date not null check (due_on >= on_day),
    rule                 text not null,
    directive            text not null,
    ruleset              text not null references rulesets,
    zh                   text not null,
    en                   text not null,
    widespread_on        date check (widespread_on >= on_day),
    widespread_rule      text,
    widespread_directive text,
    widespread_ruleset   text references rulesets,
    unique (visit_no, item),
    check (num_nulls(widespread_on, widespread_rule, widespread_directive, widespread_ruleset) in (0, 4))
);
create index patrol_findings_of_item on patrol_findings (item, on_day);
create index patrol_findings_at_market on patrol_findings (market_no, on_day);

create table rectifications (
    finding_no bigint primary key references patrol_findings,
    at         timestamptz not null,
    on_day     fact_day not null,
    proof      fact_text not null,
    recorded   timestamptz not null default statement_timestamp()
);

create table rectification_photos (
    finding_no bigint not null references rectifications,
    place      smallint not null,
    image      text collate "C" not null references images,
    primary key (finding_no, place)
);
