-- Onboarding and the two lists (两张清单): who has an account and signed which version of the responsibility letter
-- (四方责任书), which operators sell imported goods, which kinds, and who is in contact with them. What that means for
-- trading is policy and stands in the rule files.
--
-- As in V1, every row tells since when it has been known, and what it replaced is kept. These tables also tell by whom:
-- the setting anxin.actor of the transaction, or "local" where nobody has to log in.

create function actor() returns text language sql stable as $$
    select coalesce(nullif(current_setting('anxin.actor', true), ''), 'local')
$$;

create function changed_again() returns trigger language plpgsql as $$
begin
    if new is not distinct from old then
        return null;
    end if;
    new.known_from := statement_timestamp();
    new.changed_by := actor();
    return new;
end $$;

-- The versions of the letter. One applies from its first day until the next one does.
create table letters (
    no         integer generated always as identity primary key,
    id         fact_id not null unique,
    valid_from fact_day not null,
    zh         text not null check (char_length(zh) between 1 and 10000),
    en         text not null check (char_length(en) between 1 and 10000),
    known_from timestamptz not null default statement_timestamp(),
    changed_by fact_text not null default actor()
);

-- Days on which an operator or a person had an account that was activated.
create table activations (
    no          bigint generated always as identity primary key,
    operator_no integer references operators,
    person_no   bigint references people,
    from_on     fact_day not null,
    to_on       fact_day,
    known_from  timestamptz not null default statement_timestamp(),
    changed_by  fact_text not null default actor(),
    constraint activations_of_operator unique (operator_no, from_on),
    constraint activations_of_person unique (person_no, from_on),
    check (num_nonnulls(operator_no, person_no) = 1),
    check (to_on >= from_on)
);

-- Who signed which version of the letter, and when. A later version is signed anew.
create table signatures (
    no          bigint generated always as identity primary key,
    operator_no integer references operators,
    person_no   bigint references people,
    letter_no   integer not null references letters,
    signed_on   fact_day not null,
    known_from  timestamptz not null default statement_timestamp(),
    changed_by  fact_text not null default actor(),
    constraint signatures_of_operator unique (operator_no, letter_no),
    constraint signatures_of_person unique (person_no, letter_no),
    check (num_nonnulls(operator_no, person_no) = 1)
);
create index signatures_of_letter on signatures (letter_no);

-- The first list: operators that sell imported goods.
create table import_operators (
    no          bigint generated always as identity primary key,
    operator_no integer not null references operators,
    from_on     fact_day not null,
    to_on       fact_day,
    known_from  timestamptz not null default statement_timestamp(),
    changed_by  fact_text not null default actor(),
    constraint import_operators_key unique (operator_no, from_on),
    check (to_on >= from_on)
);

-- The second list: the kinds of imported goods that each sells.
create table imported_goods (
    no          bigint generated always as identity primary key,
    operator_no integer not null references operators,
    goods       text collate "C" not null check (char_length(goods) between 1 and 200),
    from_on     fact_day not null,
    to_on       fact_day,
    known_from  timestamptz not null default statement_timestamp(),
    changed_by  fact_text not null default actor(),
    constraint imported_goods_key unique (operator_no, goods, from_on),
    check (to_on >= from_on)
);

-- The roster of those in contact with an operator's imported goods; contact is a declared word.
create table contacts (
    no          bigint generated always as identity primary key,
    operator_no integer not null references operators,
    person_no   bigint not null references people,
    from_on     fact_day not null,
    contact     fact_text not null,
    to_on       fact_day,
    known_from  timestamptz not null default statement_timestamp(),
    changed_by  fact_text not null default actor(),
    constraint contacts_key unique (operator_no, person_no, from_on),
    check (to_on >= from_on)
);
create index contacts_of_person on contacts (person_no);

-- What these tables said before; changed_by wrote it, ended_by replaced or deleted it.

create table letters_past (no integer not null, valid_from date not null,
    known_from timestamptz not null, changed_by text not null, known_to timestamptz not null, ended_by text not null);
create index letters_past_of on letters_past (no);

create table activations_past (operator_no integer, person_no bigint, from_on date not null, to_on date,
    known_from timestamptz not null, changed_by text not null, known_to timestamptz not null, ended_by text not null);
create index activations_past_of_operator on activations_past (operator_no);
create index activations_past_of_person on activations_past (person_no);

create table signatures_past (operator_no integer, person_no bigint, letter_no integer not null, signed_on date not null,
    known_from timestamptz not null, changed_by text not null, known_to timestamptz not null, ended_by text not null);
create index signatures_past_of_operator on signatures_past (operator_no);
create index signatures_past_of_person on signatures_past (person_no);

create table import_operators_past (operator_no integer not null, from_on date not null, to_on date,
    known_from timestamptz not null, changed_by text not null, known_to timestamptz not null, ended_by text not null);
create index import_operators_past_of on import_operators_past (operator_no);

create table imported_goods_past (operator_no integer not null, goods text collate "C" not null, from_on date not null,
    to_on date,
    known_from timestamptz not null, changed_by text not null, known_to timestamptz not null, ended_by text not null);
create index imported_goods_past_of on imported_goods_past (operator_no);

create table contacts_past (operator_no integer not null, person_no bigint not null, from_on date not null,
    contact text not null, to_on date,
    known_from timestamptz not null, changed_by text not null, known_to timestamptz not null, ended_by text not null);
create index contacts_past_of on contacts_past (operator_no);
create index contacts_past_of_person on contacts_past (person_no);

create function keep_letters() returns trigger language plpgsql as $$
begin
    insert into letters_past values (old.no, old.valid_from,
        old.known_from, old.changed_by, statement_timestamp(), actor());
    return null;
end $$;
create trigger changed_again before update on letters for each row execute function changed_again();
create trigger keep_past after update or delete on letters for each row execute function keep_letters();

create function keep_activations() returns trigger language plpgsql as $$
begin
    insert into activations_past values (old.operator_no, old.person_no, old.from_on, old.to_on,
        old.known_from, old.changed_by, statement_timestamp(), actor());
    return null;
end $$;
create trigger changed_again before update on activations for each row execute function changed_again();
create trigger keep_past after update or delete on activations for each row execute function keep_activations();

create function keep_signatures() returns trigger language plpgsql as $$
begin
    insert into signatures_past values (old.operator_no, old.person_no, old.letter_no, old.signed_on,
        old.known_from, old.changed_by, statement_timestamp(), actor());
    return null;
end $$;
create trigger changed_again before update on signatures for each row execute function changed_again();
create trigger keep_past after update or delete on signatures for each row execute function keep_signatures();

create function keep_import_operators() returns trigger language plpgsql as $$
begin
    insert into import_operators_past values (old.operator_no, old.from_on, old.to_on,
        old.known_from, old.changed_by, statement_timestamp(), actor());
    return null;
end $$;
create trigger changed_again before update on import_operators for each row execute function changed_again();
create trigger keep_past after update or delete on import_operators for each row
    execute function keep_import_operators();

create function keep_imported_goods() returns trigger language plpgsql as $$
begin
    insert into imported_goods_past values (old.operator_no, old.goods, old.from_on, old.to_on,
        old.known_from, old.changed_by, statement_timestamp(), actor());
    return null;
end $$;
create trigger changed_again before update on imported_goods for each row execute function changed_again();
create trigger keep_past after update or delete on imported_goods for each row execute function keep_imported_goods();

create function keep_contacts() returns trigger language plpgsql as $$
begin
    insert into contacts_past values (old.operator_no, old.person_no, old.from_on, old.contact, old.to_on,
        old.known_from, old.changed_by, statement_timestamp(), actor());
    return null;
end $$;
create trigger changed_again before update on contacts for each row execute function changed_again();
create trigger keep_past after update or delete on contacts for each row execute function keep_contacts();
