-- A dossier from its submission to its returned result. `dossier` is the present state, narrow, for lists, clocks and
-- figures; what people wrote lies beside it, sealed under a key of the dossier's own; `dossier_event` is the history
-- that nobody can rewrite. All of a submission is written by one statement, so a dossier is there whole or not at all.
--
-- Tables that hang on a dossier carry no foreign key to it: the check would lock and rewrite the row that the same
-- statement just made, twice the work of a submission. `motcua verify` checks those links instead.

create table dossier (
  -- Made by the client before its first try, so that a retry finds the same dossier (I2).
  id uuid primary key,
  code text not null,
  procedure_version_id integer not null references procedure_version,
  receiving_unit_id smallint not null references unit,
  -- 1 direct, 2 online, 3 post: the national codes.
  channel smallint not null,
  result_channel smallint not null,
  submitted_by uuid,
  state text not null,
  -- Place in the internal process, counted from 0, and who holds the dossier there.
  step smallint not null,
  holder_unit_id smallint,
  holder_role text,
  assignee_id uuid,
  is_sent_back boolean not null default false,
  supplement_count smallint not null default 0,
  event_count smallint not null,
  submitted_at timestamptz not null,
  accepted_at timestamptz,
  original_due_at timestamptz,
  due_at timestamptz,
  step_due_at timestamptz,
  finished_at timestamptz,
  returned_at timestamptz,
  -- Lists are ordered by this: the first answer before acceptance, the due date after it, the request while waiting.
  act_by timestamptz,
  request_hash bytea not null,
  constraint dossier_code_is_unique unique (code),
  constraint dossier_channel_is_known check (channel between 1 and 3 and result_channel between 1 and 3),
  constraint dossier_state_is_known check (state in
    ('submitted', 'accepted', 'inProgress', 'awaitingSupplement', 'finished', 'returned', 'refused', 'recalled', 'withdrawn')),
  constraint dossier_is_held_while_open check
    ((state in ('returned', 'refused', 'recalled', 'withdrawn')) = (holder_unit_id is null)),
  constraint dossier_holder_has_a_role_and_a_time check
    ((holder_unit_id is null) = (holder_role is null) and (holder_unit_id is null) = (act_by is null)),
  constraint dossier_is_assigned_only_while_held check (assignee_id is null or holder_unit_id is not null),
  constraint dossier_has_a_due_date_once_accepted check ((accepted_at is null) = (original_due_at is null)),
  constraint dossier_is_finished_after_acceptance check (finished_at is null or finished_at >= accepted_at),
  constraint dossier_is_returned_after_it_is_finished check (returned_at is null or returned_at >= finished_at),
  constraint dossier_has_a_history check (event_count > 0)
);

-- Each queue of the worklist reads one unit's part of one of these, in order of time.
create index dossier_in_unit on dossier (holder_unit_id, act_by, id) where holder_unit_id is not null;
create index dossier_of_assignee on dossier (assignee_id, act_by, id) where assignee_id is not null;
create index dossier_sent_back on dossier (holder_unit_id, act_by, id) where is_sent_back;
create index dossier_waiting on dossier (holder_unit_id, act_by, id) where state = 'awaitingSupplement';
-- The whole city's open dossiers in order of time, and what happened lately, for the direction screens.
create index dossier_open_by_time on dossier (act_by, id) where holder_unit_id is not null;
create index dossier_by_acceptance on dossier (accepted_at, id) where accepted_at is not null;
create index dossier_by_decision on dossier (finished_at, id) where finished_at is not null;
create index dossier_of_submitter on dossier (submitted_by, submitted_at desc, id) where submitted_by is not null;
create index dossier_by_submission on dossier (submitted_at, id);

-- Erasing this row erases the person: content, parties' details and event payloads cannot be opened without it.
create table dossier_key (
  dossier_id uuid primary key,
  wrapped bytea not null
);

-- What the applicant sent: version 1, and one more with each supplement. Nothing is overwritten.
create table dossier_content (
  dossier_id uuid not null,
  version smallint not null,
  sealed bytea not null,
  constraint dossier_content_is_versioned primary key (dossier_id, version)
);

-- An upload belongs to one dossier. What this table does not name is swept after a day.
create table dossier_upload (
  upload_id uuid primary key,
  dossier_id uuid not null
);
create index dossier_upload_by_dossier on dossier_upload (dossier_id);

-- For finding: names as people write them, and blind indexes of ID number and phone (never the numbers themselves).
create table dossier_party (
  dossier_id uuid primary key,
  unit_id smallint not null,
  owner_name text not null,
  words tsvector not null,
  id_index bytea,
  phone_index bytea
);
-- Serves a search within units and one everywhere alike: each column of such an index is looked up on its own.
create index dossier_party_by_name on dossier_party using gin (unit_id, words);
create index dossier_party_by_id on dossier_party (id_index) where id_index is not null;
create index dossier_party_by_phone on dossier_party (phone_index) where phone_index is not null;

create table dossier_event (
  dossier_id uuid not null,
  -- Counts from 1 without gaps within a dossier.
  number smallint not null,
  type text not null,
  at timestamptz not null,
  actor_id uuid,
  unit_id smallint,
  role text not null,
  -- As they are after this event; figures are kept from these alone.
  state text not null,
  due_at timestamptz,
  -- SHA-256(salt || canonical payload). The payload lies in a table of its own, so that a person can be erased.
  commitment bytea not null,
  -- Listeners read events in the order of these, up to the oldest transaction still open: none is missed or read twice.
  tx xid8 not null default pg_current_xact_id(),
  constraint dossier_event_is_numbered primary key (dossier_id, number),
  constraint dossier_event_number_counts_from_one check (number > 0),
  constraint dossier_event_commitment_is_sha256 check (length(commitment) = 32)
);
create index dossier_event_by_transaction on dossier_event (tx);

create table dossier_event_payload (
  dossier_id uuid not null,
  number smallint not null,
  sealed bytea not null,
  constraint dossier_event_payload_belongs_to_an_event primary key (dossier_id, number)
);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'history is never rewritten: % on %', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger dossier_event_is_never_rewritten before update or delete or truncate on dossier_event
  for each statement execute function refuse_rewriting();
create trigger dossier_content_is_never_rewritten before update or truncate on dossier_content
  for each statement execute function refuse_rewriting();
create trigger dossier_event_payload_is_never_rewritten before update or truncate on dossier_event_payload
  for each statement execute function refuse_rewriting();

-- What a submission fixed stays: no command, and no hand in the database, moves a dossier to another person, procedure or time.
create function keep_submission() returns trigger language plpgsql as $$
begin
  if (new.id, new.code, new.procedure_version_id, new.receiving_unit_id, new.channel, new.submitted_by, new.submitted_at,
      new.request_hash)
    is distinct from
     (old.id, old.code, old.procedure_version_id, old.receiving_unit_id, old.channel, old.submitted_by, old.submitted_at,
      old.request_hash) then
    raise exception 'dossier %: what was submitted cannot be changed', old.code using errcode = 'restrict_violation';
  end if;
  if old.accepted_at is not null and new.accepted_at is distinct from old.accepted_at
    or old.original_due_at is not null and new.original_due_at is distinct from old.original_due_at
    or old.finished_at is not null and new.finished_at is distinct from old.finished_at
    or old.returned_at is not null and new.returned_at is distinct from old.returned_at then
    raise exception 'dossier %: a time that was recorded cannot be changed', old.code using errcode = 'restrict_violation';
  end if;
  if new.event_count <> old.event_count + 1 then
    raise exception 'dossier %: each change is one event', old.code using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger dossier_keeps_its_submission before update on dossier for each row execute function keep_submission();
create trigger dossier_is_never_deleted before delete or truncate on dossier
  for each statement execute function refuse_rewriting();

-- Numbers within a unit and day, taken in blocks; a block lost in a crash leaves a gap, never a double.
create table dossier_code_counter (
  unit_id smallint not null references unit,
  day date not null,
  last integer not null,
  constraint dossier_code_counter_is_per_unit_and_day primary key (unit_id, day)
);

grant select, insert, update on dossier to motcua_app;
grant select, insert on dossier_key, dossier_content, dossier_upload, dossier_party, dossier_event, dossier_event_payload
  to motcua_app;
grant select, insert, update on dossier_code_counter to motcua_app;
