-- Lists an official comes back to: a name, and which list of which procedure it opens. Nothing of any dossier is in it.
-- The places are the bound: the thirteenth has nowhere to stand, also when two are saved at the same moment.

create table worklist_view (
  account_id uuid not null references account,
  place smallint not null,
  name text not null,
  queue text not null,
  -- Empty: of all procedures.
  procedure_code text not null default '',
  constraint worklist_view_has_a_place_of_its_own primary key (account_id, place),
  constraint worklist_view_is_told_by_its_name unique (account_id, name),
  constraint worklist_view_is_one_of_twelve check (place between 1 and 12),
  constraint worklist_view_has_a_short_name check (char_length(name) between 1 and 60),
  constraint worklist_view_filters_are_short check (length(queue) <= 40 and length(procedure_code) <= 40)
);

grant select, insert, update, delete on worklist_view to motcua_app;
