-- First part of V16__personal_data, which seals what is legible and goes on with after.sql.
lock table people in access exclusive mode;

create temporary table sealed (no bigint primary key, name bytea, id_number bytea, phone bytea) on commit drop;
