-- Each unit sees its own figures, not only the one that receives. An open dossier lies with the unit that holds it, a
-- decision belongs to the unit that handles the procedure, what comes in to the unit that receives it; every number is laid
-- to one unit, so that sums over the city count each dossier once. The figures are counted anew from the events.

-- Where a move took the dossier from. Together with the row, which says it of the newest event, a listener knows who held
-- the dossier after each event and by when they had to act, however late it reads. Null in the first event of a dossier
-- and in those written before this migration.
alter table dossier_event add column from_unit_id smallint;
alter table dossier_event add column from_act_by timestamptz;

-- Transaction ids begin again when the data is restored into a new cluster, and events are read in their order. So each
-- event also carries the era it was written in, first in that order; a restore begins a new one (docs/adr/0008). The number
-- of the present era is the default of the column: it costs a submission nothing.
create table event_era (
  number smallint primary key,
  began_at timestamptz not null default now()
);
insert into event_era (number) values (1);
grant select on event_era to motcua_app;

alter table dossier_event add column era smallint not null default 1;
drop index dossier_event_by_transaction;
create index dossier_event_by_transaction on dossier_event (era, tx);

-- Which unit handles what a unit received, by the process of the version: where the specialist proposes the result.
-- Written when the pair is first met and kept, so that no later change of the organisation moves what was counted.
create table handling_unit (
  procedure_version_id integer not null references procedure_version,
  receiving_unit_id smallint not null references unit,
  unit_id smallint not null references unit,
  constraint handling_unit_is_one primary key (procedure_version_id, receiving_unit_id)
);
grant select, insert on handling_unit to motcua_app;

drop table figure_hour, figure_unit_hour, figure_open;

-- By the hour, by the day and channel, by the day and procedure: each question reads the coarsest table that answers it. A
-- day of the first two is a few hundred rows, and the first screen asks for nothing finer.
create table figure_hour (
  hour timestamptz not null,
  unit_id smallint not null,
  handling_unit_id smallint not null,
  received integer not null default 0,
  accepted integer not null default 0,
  refused integer not null default 0,
  early integer not null default 0,
  on_time integer not null default 0,
  late integer not null default 0,
  returned integer not null default 0,
  constraint figure_hour_counts_each_once primary key (hour, unit_id, handling_unit_id)
);

create table figure_day (
  day date not null,
  unit_id smallint not null,
  handling_unit_id smallint not null,
  channel smallint not null,
  received integer not null default 0,
  accepted integer not null default 0,
  refused integer not null default 0,
  early integer not null default 0,
  on_time integer not null default 0,
  late integer not null default 0,
  returned integer not null default 0,
  constraint figure_day_counts_each_once primary key (day, unit_id, handling_unit_id, channel)
);

create table figure_procedure_day (
  day date not null,
  unit_id smallint not null,
  handling_unit_id smallint not null,
  procedure_id smallint not null,
  received integer not null default 0,
  accepted integer not null default 0,
  refused integer not null default 0,
  early integer not null default 0,
  on_time integer not null default 0,
  late integer not null default 0,
  returned integer not null default 0,
  constraint figure_procedure_day_counts_each_once primary key (day, unit_id, handling_unit_id, procedure_id)
);

-- Open dossiers by who received, who handles and who holds them: as many rows as there are ways through the city.
create table figure_open (
  unit_id smallint not null,
  handling_unit_id smallint not null,
  holder_unit_id smallint not null,
  state text not null,
  count integer not null,
  constraint figure_open_counts_each_once primary key (unit_id, handling_unit_id, holder_unit_id, state)
);

-- The same dossiers by the minute in which their first answer or their decision is due. Only minutes to come are read, and
-- what is overdue is the rest of the above: a pile of old dossiers makes no screen slower.
create table figure_due (
  due_at timestamptz not null,
  owed text not null,
  unit_id smallint not null,
  handling_unit_id smallint not null,
  holder_unit_id smallint not null,
  count integer not null,
  constraint figure_due_counts_each_once primary key (due_at, owed, unit_id, handling_unit_id, holder_unit_id),
  constraint figure_due_is_of_something_owed check (owed in ('firstAnswer', 'decision'))
);
grant select, insert, update, delete on figure_hour, figure_day, figure_procedure_day, figure_open, figure_due to motcua_app;

alter table listener_place add column era smallint not null default 1;
update listener_place set tx = '0', dossier_id = '00000000-0000-0000-0000-000000000000', number = 0 where name = 'figures';

-- The lists behind the numbers, in order of time. A dossier stands in one of these at a time (one that is asked back in two), so
-- that it costs what the one index cost before, and no list walks past dossiers of another: old results nobody collected stood before what is late.
drop index dossier_open_by_time;
create index dossier_unanswered on dossier (act_by, id) where state = 'submitted';
create index dossier_in_process on dossier (act_by, id) where state in ('accepted', 'inProgress', 'withdrawalRequested');
create index dossier_at_rest on dossier (act_by, id) where state in ('awaitingSupplement', 'finished', 'withdrawalRequested');
