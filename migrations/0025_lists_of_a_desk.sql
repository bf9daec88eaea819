-- What lies at a desk is to be done, waits for the citizen or waits to be fetched: each of the three has its index, and the list
-- of everything reads all three. The index over all of them was one more to keep at every submission and every move, and the
-- list of what an official can take walked past all that waits for the citizen.
create index dossier_to_fetch on dossier (holder_unit_id, holder_role, act_by, id) where state = 'finished';
drop index dossier_at_desk;
