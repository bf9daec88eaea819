-- Figures are counted once, when an event happens, and read as sums: the first direction screen costs the same at a
-- thousand dossiers and at five million. A listener keeps these tables from the events; they can be counted again at any
-- time from the events alone, and `motcua verify` does.

create table figure_hour (
  hour timestamptz not null,
  unit_id smallint not null,
  procedure_id smallint not null,
  channel smallint not null,
  received integer not null default 0,
  accepted integer not null default 0,
  refused integer not null default 0,
  early integer not null default 0,
  on_time integer not null default 0,
  late integer not null default 0,
  returned integer not null default 0,
  constraint figure_hour_counts_each_once primary key (hour, unit_id, procedure_id, channel)
);

-- The same without the procedure: a day of it is a few hundred rows where a day of the above is many thousands, and the
-- first screen asks for nothing finer.
create table figure_unit_hour (
  hour timestamptz not null,
  unit_id smallint not null,
  channel smallint not null,
  received integer not null default 0,
  accepted integer not null default 0,
  refused integer not null default 0,
  early integer not null default 0,
  on_time integer not null default 0,
  late integer not null default 0,
  returned integer not null default 0,
  constraint figure_unit_hour_counts_each_once primary key (hour, unit_id, channel)
);

-- Open dossiers by unit, state and the moment they are due: what is overdue now is the sum of what was due before.
create table figure_open (
  unit_id smallint not null,
  state text not null,
  due_at timestamptz not null,
  count integer not null,
  constraint figure_open_counts_each_once primary key (unit_id, state, due_at)
);

-- How far each listener has come in the order of events (docs/adr/0003).
create table listener_place (
  name text primary key,
  tx xid8 not null,
  dossier_id uuid not null,
  number smallint not null
);
insert into listener_place values ('figures', '0', '00000000-0000-0000-0000-000000000000', 0);

grant select, insert, update, delete on figure_hour, figure_unit_hour, figure_open to motcua_app;
grant select, update on listener_place to motcua_app;
