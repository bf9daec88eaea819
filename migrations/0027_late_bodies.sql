-- Bodies that missed the day of their opinion are reported to the head of the receiving unit: their dossiers are found among
-- the few that are still waited for, and not among all that ever asked.
create index dossier_consulting on dossier (receiving_unit_id)
  where consulted_units is not null and holder_unit_id is not null and finished_at is null;
