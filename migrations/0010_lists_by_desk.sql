-- A desk is a unit and a role. At the counter of the city thousands of results wait to be collected beside the dozens of
-- dossiers to be accepted; found by unit alone, each list of the one walked past all of the other. So each list of a desk
-- is found by both, and what must be done by a time stands apart from what waits for the citizen.
drop index dossier_in_unit, dossier_sent_back, dossier_waiting, dossier_open_by_time;

-- From the narrowest to the widest: where two of them look equally good, the planner takes the one that was made first.
create index dossier_sent_back on dossier (holder_unit_id, holder_role, act_by, id) where is_sent_back;
create index dossier_waiting on dossier (holder_unit_id, holder_role, act_by, id) where state = 'awaitingSupplement';
create index dossier_to_do on dossier (holder_unit_id, holder_role, act_by, id)
  where holder_unit_id is not null and state not in ('awaitingSupplement', 'finished');
create index dossier_at_desk on dossier (holder_unit_id, holder_role, act_by, id) where holder_unit_id is not null;

-- The whole city's open dossiers in order of time, for the direction screens, told by their states and not by having a
-- holder: a list of a desk names no states, so it can never be read from this one. With statistics that do not know the
-- last minutes it looked as good to the planner, and the list of an official with many desks took fifteen seconds.
create index dossier_open_by_time on dossier (act_by, id)
  where state in ('submitted', 'accepted', 'inProgress', 'awaitingSupplement', 'withdrawalRequested', 'finished');
