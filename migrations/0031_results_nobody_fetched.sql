-- A result that waits at the counter longer than the city allows is reminded of (one-stop-rules §11, RES-06). The reminder is an
-- event, `remindToCollect`, and the row carries when the last one was, as its history tells it. The queue of the counter and the
-- number the leaders see are read from the few rows that have one.
alter table dossier add column reminded_at timestamptz;
alter table dossier add constraint dossier_is_reminded_of_a_result check (reminded_at is null or reminded_at >= finished_at);
create index dossier_uncollected on dossier (holder_unit_id, holder_role, act_by, id)
  where state = 'finished' and reminded_at is not null;
