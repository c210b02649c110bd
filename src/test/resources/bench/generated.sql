-- Where generated files are copied to, column by column.
create temp table gen_markets (id text, name text, type text, subdistrict text);
create temp table gen_operators (id text, market_id text, name text, sells_imported boolean, activated_on date,
    letter_signed_on date);
create temp table gen_people (id text, name text, id_number text, phone text, released_on date);
create temp table gen_assignments (person_id text, market_id text, category text, from_on date, operator_id text, to_on date);
create temp table gen_absences (person_id text, from_on date, to_on date, reason text);
create temp table gen_samples (person_id text, taken_at timestamptz, result text, laboratory text);
