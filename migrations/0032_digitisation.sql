-- Which papers of a dossier are digitised, and which are re-used (TT 01/2023/TT-VPCP; national states 0 to 3, one-stop-rules §15).
-- What officials record is in the events: `accept`, `returnResult` and `digitise` carry the state of every component. This table is
-- the sum of it, written with the event it follows from, so that a share per unit need not open a single dossier; `motcua verify`
-- compares each row with its history.
create table digitisation (
  dossier_id uuid primary key,
  unit_id smallint not null references unit,
  accepted_on date not null,
  components smallint not null,
  digitised smallint not null,
  reused smallint not null,
  -- Null until the result is returned.
  is_result_digitised boolean,
  constraint digitisation_counts_parts_of_the_whole check (digitised between 0 and components and reused between 0 and digitised)
);
create index digitisation_by_day on digitisation (accepted_on, unit_id) include (components, digitised, reused, is_result_digitised);
grant select, insert, update on digitisation to motcua_app;
