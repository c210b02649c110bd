-- What a good DBA would write for one day of the shipped rules, as one statement: one pass over the samples with a mask of days
-- per person, and a table of 128 rows for "twice a week, two days apart". It knows one assignment a person and no absences,
-- gives no obligations, rules or places, and proves nothing. The benchmark's rival of the sweep.
insert into one_result (as_of,pid,status,due_on,action)
with recursive p as (select date '2022-04-07' a, date '2022-04-07'-62 b),
gr(m,i,cnt,lastc) as (select m,0,0,-9 from generate_series(0,127) m
     union all select m,i+1, case when (m>>i)&1=1 and i-lastc>=2 then cnt+1 else cnt end, case when (m>>i)&1=1 and i-lastc>=2 then i else lastc end from gr where i<7),
g as materialized (select m,cnt,lastc from gr where i=7),
s as (
  select pid, max(d) filter (where ok) last, bit_or(1::bigint << (d-date '2022-02-04')) filter (where ok and d>=date '2022-02-04') m, bool_or(result='POSITIVE') pos
  from (select pid, result, d, result='NEGATIVE' or (result='PENDING' and d >= date '2022-04-06') ok
        from (select person_no pid, result, taken_on d from samples where taken_on <= date '2022-04-07' offset 0) y ) x
  group by pid),
o as (
  select w.pid, w.mtype, w.cat, w.from_on f, coalesce(w.to_on,date 'infinity') t, coalesce(s.pos,false) pos, p.a, s.last, s.m,
         s.last - (extract(isodow from s.last)::int-1) mon
  from one_assignment w cross join p left join s using(pid) offset 0),
o2 as (select o.*, case when cat=1 and last>=f then ((m >> (mon-date '2022-02-04')) & 127 & ~((1::bigint<<greatest(0,f-mon))-1))::int end wm, mon+6 sun, mon+7 nm from o offset 0),
q as (
  select o2.pid,o2.mtype,o2.cat,o2.f,o2.t,o2.pos,o2.a,
   case when mtype=0 and cat<>3 and t>=a then case when last>=f then last+3 else f+2 end end d1,
   case when mtype=0 and t>=a and f<=date '2022-04-07' then case when last>=greatest(f,date '2022-04-05') then last+1 else greatest(f,date '2022-04-05') end end d2,
   case when mtype=0 and t>=a and t>=date '2022-04-08' and f<=date '2022-04-15' then greatest(f,date '2022-04-08')+1 end d3,
   case when mtype=1 and t>=a and f<=date '2022-04-15' then case when last>=greatest(f,date '2022-04-06') then last+2 else greatest(f,date '2022-04-06')+1 end end d4,
   case when cat=2 and t>=a then case when last>=f then last+14 else f+13 end end d5,
   case when cat=3 and t<date 'infinity' then case when last>=t then null else t+1 end end d6,
   case when cat=1 and t>=a then
     case when g.m is not null then
        case when 2-g.cnt>0 and mon+g.lastc+2<=least(sun,t) then least(sun,t)-(least(2-g.cnt,(least(sun,t)-(mon+g.lastc+2))/2+1)-1)*2
             when nm<=t then least(nm+6,t)-(least(2,(least(nm+6,t)-nm)/2+1)-1)*2 end
     else least(f-extract(isodow from f)::int+7,t)-(least(2,(least(f-extract(isodow from f)::int+7,t)-f)/2+1)-1)*2 end end d7
  from o2 left join g on g.m=o2.wm),
r as (
  select pid, pos, a, (cat=3 and t<date 'infinity') or t>=a has,
    least(case when d1<=t then d1 end, case when d2<=least(t,date '2022-04-07') then d2 end, case when d3<=least(t,date '2022-04-15') then d3 end,
          case when d4<=least(t,date '2022-04-15') then d4 end, case when d5<=t then d5 end, d6, d7) due from q),
z as (select pid, case when pos then null else due end due, case when pos then 6 when not has then 4 when due<a then 3 when due=a then 2 when due=a+1 then 1 else 0 end st, a from r)
select a, pid, st, due, case st when 6 then 3 when 3 then 2 when 2 then 1 when 1 then 1 else 0 end from z
