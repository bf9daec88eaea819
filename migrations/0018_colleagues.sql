-- Officials who work on one dossier together: what they write to each other, and who has it open now.

-- A note for colleagues. It is no event: it changes nothing of the dossier, and nothing that reads events (notices,
-- figures, papers) may ever meet it. Like what people wrote it is sealed under the dossier's key and goes with it.
-- No foreign key to the dossier, see 0006.
create table dossier_note (
  -- Made by the page before it is sent, so that a note sent twice is there once.
  id uuid primary key,
  dossier_id uuid not null,
  at timestamptz not null,
  author_id uuid not null,
  -- As whom the author could see the dossier then.
  unit_id smallint not null references unit,
  role text not null,
  sealed bytea not null
);
create index dossier_note_by_dossier on dossier_note (dossier_id, at);

create trigger dossier_note_is_never_rewritten before update or delete or truncate on dossier_note
  for each statement execute function refuse_rewriting();

grant select, insert on dossier_note to motcua_app;

-- Who has a dossier open on their desk. Short-lived, of no worth after a crash and written often: so not logged, which
-- costs the disk nothing and is empty again after one (docs/adr/0014).
create unlogged table dossier_presence (
  account_id uuid not null,
  dossier_id uuid not null,
  unit_id smallint not null,
  role text not null,
  since timestamptz not null,
  until timestamptz not null,
  constraint dossier_presence_is_one_per_person_and_dossier primary key (account_id, dossier_id),
  constraint dossier_presence_ends_after_it_begins check (until >= since)
);
create index dossier_presence_by_dossier on dossier_presence (dossier_id);

grant select, insert, update, delete on dossier_presence to motcua_app;
