-- The shape after all migrations. Written by scripts/generate-types.ts; do not edit.

create extension btree_gin;
create extension unaccent;

CREATE OR REPLACE FUNCTION public.enter_register()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  its_year smallint := extract(year from new.accepted_at at time zone 'Asia/Ho_Chi_Minh');
  its_no integer;
begin
  if exists (select from register_closing c where c.unit_id = new.receiving_unit_id and c.year = its_year) then
    raise exception 'the register of % is closed', its_year using errcode = 'restrict_violation';
  end if;
  insert into register_counter as r (unit_id, year, last) values (new.receiving_unit_id, its_year, 1)
    on conflict (unit_id, year) do update set last = r.last + 1 returning last into its_no;
  insert into register_line (dossier_id, unit_id, year, no) values (new.id, new.receiving_unit_id, its_year, its_no);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_consultation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.dossier_id, new.asked, new.unit_id, new.due_at) is distinct from (old.dossier_id, old.asked, old.unit_id, old.due_at)
    or old.answered is not null then
    raise exception 'a consultation is answered once and not changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_published_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.published_at is null then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    raise exception 'procedure version % is published and cannot be deleted', old.id using errcode = 'restrict_violation';
  end if;
  if (new.id, new.procedure_id, new.number, new.effective_from, new.definition, new.rule_profile, new.supplement_policy,
      new.announced_by, new.process_approved_by, new.published_at)
    is distinct from
     (old.id, old.procedure_id, old.number, old.effective_from, old.definition, old.rule_profile, old.supplement_policy,
      old.announced_by, old.process_approved_by, old.published_at) then
    raise exception 'procedure version % is published: only its last day may be set', old.id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_submission()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.normalised(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ select lower(public.unaccent('public.unaccent', $1)) $function$
;

CREATE OR REPLACE FUNCTION public.refuse_rewriting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'history is never rewritten: % on %', tg_op, tg_table_name using errcode = 'restrict_violation';
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_to_change_a_calendar_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a stored calendar is never changed, store a new version: % on %', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_to_change_a_paper()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'an issued paper is never changed: % on %', tg_op, tg_table_name using errcode = 'restrict_violation';
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_to_change_a_template()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a template in use is never changed: % on %', tg_op, tg_table_name using errcode = 'restrict_violation';
end $function$
;

create table account (
  id uuid not null,
  login text not null,
  kind text not null,
  display_name text not null,
  password_hash text,
  is_demo boolean not null default false,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  inbox_read_at timestamp with time zone,
  used_on date,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_login_is_taken_once UNIQUE (login),
  constraint account_has_a_name CHECK ((display_name <> ''::text)),
  constraint account_kind_is_known CHECK ((kind = ANY (ARRAY['citizen'::text, 'business'::text, 'official'::text]))),
  constraint account_login_is_lower_case CHECK ((login = lower(login)))
);

grant insert, select, update on account to motcua_app;

create table account_contact (
  account_id uuid not null,
  channel text not null,
  recipient bytea not null,
  sealed_address bytea not null,
  confirmed_at timestamp with time zone not null,
  constraint account_contact_pkey PRIMARY KEY (account_id, channel),
  constraint account_contact_is_of_one_account UNIQUE (recipient),
  constraint account_contact_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint account_contact_channel_is_known CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  constraint account_contact_recipient_is_a_blind_index CHECK ((length(recipient) = 16))
);

grant delete, insert, select, update on account_contact to motcua_app;

create table charge (
  id uuid not null,
  number bigint generated always as identity not null,
  dossier_id uuid not null,
  fee_index smallint,
  kind text not null,
  name text not null,
  legal_basis text,
  unit_amount bigint not null,
  quantity integer not null,
  gross bigint not null generated always as ((unit_amount * quantity)) stored,
  relief text,
  relief_amount bigint not null default 0,
  relief_needs_approval boolean not null default false,
  timing text not null,
  is_withdrawn boolean not null default false,
  replaces uuid,
  set_by uuid not null,
  unit_id smallint not null,
  set_at timestamp with time zone not null,
  sealed bytea,
  constraint charge_pkey PRIMARY KEY (id),
  constraint charge_is_replaced_once UNIQUE (replaces),
  constraint charge_replaces_fkey FOREIGN KEY (replaces) REFERENCES charge(id),
  constraint charge_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint charge_counts_at_least_one CHECK (((quantity >= 1) AND (quantity <= 10000))),
  constraint charge_fee_index_counts_from_nought CHECK ((fee_index >= 0)),
  constraint charge_has_a_name CHECK (((name <> ''::text) AND (length(name) <= 300))),
  constraint charge_has_one_ground CHECK (((fee_index IS NULL) = (legal_basis IS NOT NULL))),
  constraint charge_is_a_sum_of_money CHECK ((((unit_amount >= 0) AND (unit_amount <= '9999999999999'::bigint)) AND (gross <= '9999999999999'::bigint))),
  constraint charge_is_withdrawn_by_replacing_it CHECK (((NOT is_withdrawn) OR (replaces IS NOT NULL))),
  constraint charge_kind_is_known CHECK ((kind = ANY (ARRAY['fee'::text, 'charge'::text, 'obligation'::text]))),
  constraint charge_relief_is_known CHECK ((relief = ANY (ARRAY['exempt'::text, 'reduced'::text]))),
  constraint charge_relief_takes_something_off CHECK (
CASE
    WHEN (relief IS NULL) THEN ((relief_amount = 0) AND (NOT relief_needs_approval))
    WHEN (relief = 'exempt'::text) THEN ((relief_amount = gross) AND (gross > 0))
    ELSE ((relief_amount > 0) AND (relief_amount < gross))
END),
  constraint charge_says_why_it_was_changed CHECK (((sealed IS NOT NULL) OR ((replaces IS NULL) AND (relief IS NULL) AND (NOT is_withdrawn)))),
  constraint charge_timing_is_known CHECK ((timing = ANY (ARRAY['advance'::text, 'later'::text])))
);

CREATE INDEX charge_by_dossier ON public.charge USING btree (dossier_id, number);
CREATE TRIGGER charge_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.charge FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on charge to motcua_app;

create table code_app (
  account_id uuid not null,
  sealed_secret bytea,
  confirmed_at timestamp with time zone,
  last_step integer not null default 0,
  waiting_secret bytea,
  waiting_since timestamp with time zone,
  failures smallint not null default 0,
  failed_at timestamp with time zone,
  constraint code_app_pkey PRIMARY KEY (account_id),
  constraint code_app_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint code_app_counts_failures CHECK (((failures >= 0) AND ((failures = 0) OR (failed_at IS NOT NULL)))),
  constraint code_app_in_force_has_a_secret CHECK (((sealed_secret IS NULL) = (confirmed_at IS NULL))),
  constraint code_app_waiting_has_a_secret CHECK (((waiting_secret IS NULL) = (waiting_since IS NULL)))
);

grant delete, insert, select, update on code_app to motcua_app;

create table code_request (
  token_hash bytea not null,
  purpose text not null,
  recipient bytea not null,
  sealed bytea not null,
  code_hash bytea,
  failures smallint not null default 0,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint code_request_pkey PRIMARY KEY (token_hash),
  constraint code_request_hashes_are_sha256 CHECK (((length(token_hash) = 32) AND (length(code_hash) = 32))),
  constraint code_request_purpose_is_known CHECK ((purpose = ANY (ARRAY['open'::text, 'recover'::text])))
);

CREATE INDEX code_request_by_recipient ON public.code_request USING btree (recipient, made_at);

grant delete, insert, select, update on code_request to motcua_app;

create table desk_guidance (
  id uuid not null,
  unit_id smallint not null,
  procedure_id integer not null,
  official_id uuid not null,
  given_at timestamp with time zone not null,
  channel smallint not null,
  said text not null,
  constraint desk_guidance_pkey PRIMARY KEY (id),
  constraint desk_guidance_official_id_fkey FOREIGN KEY (official_id) REFERENCES account(id),
  constraint desk_guidance_procedure_id_fkey FOREIGN KEY (procedure_id) REFERENCES procedure(id),
  constraint desk_guidance_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint desk_guidance_comes_by_a_desks_channel CHECK ((channel = ANY (ARRAY[1, 3]))),
  constraint desk_guidance_says_something CHECK (((length(said) >= 1) AND (length(said) <= 4000)))
);

CREATE INDEX desk_guidance_by_unit ON public.desk_guidance USING btree (unit_id, given_at DESC, id);
CREATE TRIGGER desk_guidance_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.desk_guidance FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on desk_guidance to motcua_app;

create table digitisation (
  dossier_id uuid not null,
  unit_id smallint not null,
  accepted_on date not null,
  components smallint not null,
  digitised smallint not null,
  reused smallint not null,
  is_result_digitised boolean,
  constraint digitisation_pkey PRIMARY KEY (dossier_id),
  constraint digitisation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint digitisation_counts_parts_of_the_whole CHECK ((((digitised >= 0) AND (digitised <= components)) AND ((reused >= 0) AND (reused <= digitised))))
);

CREATE INDEX digitisation_by_day ON public.digitisation USING btree (accepted_on, unit_id) INCLUDE (components, digitised, reused, is_result_digitised);

grant insert, select, update on digitisation to motcua_app;

create table dossier (
  id uuid not null,
  code text not null,
  procedure_version_id integer not null,
  receiving_unit_id smallint not null,
  channel smallint not null,
  result_channel smallint not null,
  submitted_by uuid,
  state text not null,
  step smallint not null,
  holder_unit_id smallint,
  holder_role text,
  assignee_id uuid,
  is_sent_back boolean not null default false,
  supplement_count smallint not null default 0,
  event_count smallint not null,
  submitted_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  original_due_at timestamp with time zone,
  due_at timestamp with time zone,
  step_due_at timestamp with time zone,
  finished_at timestamp with time zone,
  returned_at timestamp with time zone,
  act_by timestamp with time zone,
  request_hash bytea not null,
  awaits_leader text,
  rescheduled_count smallint not null default 0,
  supplement_limit smallint not null default 1,
  consulted_units smallint[],
  reminded_at timestamp with time zone,
  constraint dossier_pkey PRIMARY KEY (id),
  constraint dossier_code_is_unique UNIQUE (code),
  constraint dossier_procedure_version_id_fkey FOREIGN KEY (procedure_version_id) REFERENCES procedure_version(id),
  constraint dossier_receiving_unit_id_fkey FOREIGN KEY (receiving_unit_id) REFERENCES unit(id),
  constraint dossier_asks_no_empty_crowd CHECK (((cardinality(consulted_units) >= 1) AND (cardinality(consulted_units) <= 20))),
  constraint dossier_awaits_a_known_decision CHECK ((awaits_leader = ANY (ARRAY['apology'::text, 'withdrawal'::text, 'supplement'::text]))),
  constraint dossier_channel_is_known CHECK ((((channel >= 1) AND (channel <= 3)) AND ((result_channel >= 1) AND (result_channel <= 3)))),
  constraint dossier_has_a_due_date_once_accepted CHECK (((accepted_at IS NULL) = (original_due_at IS NULL))),
  constraint dossier_has_a_history CHECK ((event_count > 0)),
  constraint dossier_holder_has_a_role_and_a_time CHECK ((((holder_unit_id IS NULL) = (holder_role IS NULL)) AND ((holder_unit_id IS NULL) = (act_by IS NULL)))),
  constraint dossier_is_assigned_only_while_held CHECK (((assignee_id IS NULL) OR (holder_unit_id IS NOT NULL))),
  constraint dossier_is_finished_after_acceptance CHECK (((finished_at IS NULL) OR (finished_at >= accepted_at))),
  constraint dossier_is_held_while_open CHECK (((state = ANY (ARRAY['returned'::text, 'refused'::text, 'recalled'::text, 'withdrawn'::text, 'stopped'::text])) = (holder_unit_id IS NULL))),
  constraint dossier_is_reminded_of_a_result CHECK (((reminded_at IS NULL) OR (reminded_at >= finished_at))),
  constraint dossier_is_rescheduled_once CHECK ((rescheduled_count = ANY (ARRAY[0, 1]))),
  constraint dossier_is_returned_after_it_is_finished CHECK (((returned_at IS NULL) OR (returned_at >= finished_at))),
  constraint dossier_state_is_known CHECK ((state = ANY (ARRAY['submitted'::text, 'accepted'::text, 'inProgress'::text, 'awaitingSupplement'::text, 'withdrawalRequested'::text, 'finished'::text, 'returned'::text, 'refused'::text, 'recalled'::text, 'withdrawn'::text, 'stopped'::text])))
);

CREATE INDEX dossier_at_rest ON public.dossier USING btree (act_by, id) WHERE (state = ANY (ARRAY['awaitingSupplement'::text, 'finished'::text, 'withdrawalRequested'::text]));
CREATE INDEX dossier_awaiting_leader ON public.dossier USING btree (receiving_unit_id, act_by, id) WHERE (awaits_leader IS NOT NULL);
CREATE INDEX dossier_by_acceptance ON public.dossier USING btree (accepted_at, id) WHERE (accepted_at IS NOT NULL);
CREATE INDEX dossier_by_decision ON public.dossier USING btree (finished_at, id) WHERE (finished_at IS NOT NULL);
CREATE INDEX dossier_by_submission ON public.dossier USING btree (submitted_at, id);
CREATE INDEX dossier_consulting ON public.dossier USING btree (receiving_unit_id) WHERE ((consulted_units IS NOT NULL) AND (holder_unit_id IS NOT NULL) AND (finished_at IS NULL));
CREATE INDEX dossier_in_process ON public.dossier USING btree (act_by, id) WHERE (state = ANY (ARRAY['accepted'::text, 'inProgress'::text, 'withdrawalRequested'::text]));
CREATE INDEX dossier_of_assignee ON public.dossier USING btree (assignee_id, act_by, id) WHERE (assignee_id IS NOT NULL);
CREATE INDEX dossier_of_submitter ON public.dossier USING btree (submitted_by, submitted_at DESC, id) WHERE (submitted_by IS NOT NULL);
CREATE INDEX dossier_sent_back ON public.dossier USING btree (holder_unit_id, holder_role, act_by, id) WHERE is_sent_back;
CREATE INDEX dossier_to_do ON public.dossier USING btree (holder_unit_id, holder_role, act_by, id) WHERE ((holder_unit_id IS NOT NULL) AND (state <> ALL (ARRAY['awaitingSupplement'::text, 'finished'::text])));
CREATE INDEX dossier_to_fetch ON public.dossier USING btree (holder_unit_id, holder_role, act_by, id) WHERE (state = 'finished'::text);
CREATE INDEX dossier_unanswered ON public.dossier USING btree (act_by, id) WHERE (state = 'submitted'::text);
CREATE INDEX dossier_uncollected ON public.dossier USING btree (holder_unit_id, holder_role, act_by, id) WHERE ((state = 'finished'::text) AND (reminded_at IS NOT NULL));
CREATE INDEX dossier_waiting ON public.dossier USING btree (holder_unit_id, holder_role, act_by, id) WHERE (state = 'awaitingSupplement'::text);
CREATE TRIGGER dossier_enters_the_register AFTER UPDATE OF accepted_at ON public.dossier FOR EACH ROW WHEN (((old.accepted_at IS NULL) AND (new.accepted_at IS NOT NULL))) EXECUTE FUNCTION enter_register();
CREATE TRIGGER dossier_is_born_into_the_register AFTER INSERT ON public.dossier FOR EACH ROW WHEN ((new.accepted_at IS NOT NULL)) EXECUTE FUNCTION enter_register();
CREATE TRIGGER dossier_is_never_deleted BEFORE DELETE OR TRUNCATE ON public.dossier FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER dossier_keeps_its_submission BEFORE UPDATE ON public.dossier FOR EACH ROW EXECUTE FUNCTION keep_submission();

grant insert, select, update on dossier to motcua_app;

create table dossier_code_counter (
  unit_id smallint not null,
  day date not null,
  last integer not null,
  constraint dossier_code_counter_is_per_unit_and_day PRIMARY KEY (unit_id, day),
  constraint dossier_code_counter_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

grant insert, select, update on dossier_code_counter to motcua_app;

create table dossier_consultation (
  dossier_id uuid not null,
  asked smallint not null,
  unit_id smallint not null,
  due_at timestamp with time zone not null,
  answered smallint,
  constraint dossier_consultation_asks_a_unit_once PRIMARY KEY (dossier_id, asked, unit_id),
  constraint dossier_consultation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint dossier_consultation_is_answered_after_it_is_asked CHECK ((answered > asked))
);

CREATE INDEX dossier_consultation_open ON public.dossier_consultation USING btree (unit_id, due_at, dossier_id) WHERE (answered IS NULL);
CREATE TRIGGER dossier_consultation_is_answered_once BEFORE UPDATE ON public.dossier_consultation FOR EACH ROW EXECUTE FUNCTION keep_consultation();
CREATE TRIGGER dossier_consultation_is_never_deleted BEFORE DELETE OR TRUNCATE ON public.dossier_consultation FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select, update on dossier_consultation to motcua_app;

create table dossier_content (
  dossier_id uuid not null,
  version smallint not null,
  sealed bytea not null,
  constraint dossier_content_is_versioned PRIMARY KEY (dossier_id, version)
);

CREATE TRIGGER dossier_content_is_never_rewritten BEFORE UPDATE OR TRUNCATE ON public.dossier_content FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on dossier_content to motcua_app;

create table dossier_event (
  dossier_id uuid not null,
  number smallint not null,
  type text not null,
  at timestamp with time zone not null,
  actor_id uuid,
  unit_id smallint,
  role text not null,
  state text not null,
  due_at timestamp with time zone,
  commitment bytea not null,
  tx xid8 not null default pg_current_xact_id(),
  from_unit_id smallint,
  from_act_by timestamp with time zone,
  era smallint not null default 1,
  constraint dossier_event_is_numbered PRIMARY KEY (dossier_id, number),
  constraint dossier_event_commitment_is_sha256 CHECK ((length(commitment) = 32)),
  constraint dossier_event_number_counts_from_one CHECK ((number > 0))
);

CREATE INDEX dossier_event_by_transaction ON public.dossier_event USING btree (era, tx);
CREATE TRIGGER dossier_event_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.dossier_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on dossier_event to motcua_app;

create table dossier_event_payload (
  dossier_id uuid not null,
  number smallint not null,
  sealed bytea not null,
  constraint dossier_event_payload_belongs_to_an_event PRIMARY KEY (dossier_id, number)
);

CREATE TRIGGER dossier_event_payload_is_never_rewritten BEFORE UPDATE OR TRUNCATE ON public.dossier_event_payload FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on dossier_event_payload to motcua_app;

create table dossier_key (
  dossier_id uuid not null,
  wrapped bytea not null,
  constraint dossier_key_pkey PRIMARY KEY (dossier_id)
);

grant insert, select on dossier_key to motcua_app;

create table dossier_note (
  id uuid not null,
  dossier_id uuid not null,
  at timestamp with time zone not null,
  author_id uuid not null,
  unit_id smallint not null,
  role text not null,
  sealed bytea not null,
  constraint dossier_note_pkey PRIMARY KEY (id),
  constraint dossier_note_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE INDEX dossier_note_by_dossier ON public.dossier_note USING btree (dossier_id, at);
CREATE TRIGGER dossier_note_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.dossier_note FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on dossier_note to motcua_app;

create table dossier_party (
  dossier_id uuid not null,
  unit_id smallint not null,
  owner_name text not null,
  words tsvector not null,
  id_index bytea,
  phone_index bytea,
  constraint dossier_party_pkey PRIMARY KEY (dossier_id)
);

CREATE INDEX dossier_party_by_id ON public.dossier_party USING btree (id_index) WHERE (id_index IS NOT NULL);
CREATE INDEX dossier_party_by_name ON public.dossier_party USING gin (unit_id, words);
CREATE INDEX dossier_party_by_phone ON public.dossier_party USING btree (phone_index) WHERE (phone_index IS NOT NULL);

grant insert, select on dossier_party to motcua_app;

create table dossier_presence (
  account_id uuid not null,
  dossier_id uuid not null,
  unit_id smallint not null,
  role text not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint dossier_presence_is_one_per_person_and_dossier PRIMARY KEY (account_id, dossier_id),
  constraint dossier_presence_ends_after_it_begins CHECK ((until >= since))
);

CREATE INDEX dossier_presence_by_dossier ON public.dossier_presence USING btree (dossier_id);

grant delete, insert, select, update on dossier_presence to motcua_app;

create table dossier_upload (
  upload_id uuid not null,
  dossier_id uuid not null,
  constraint dossier_upload_pkey PRIMARY KEY (upload_id)
);

CREATE INDEX dossier_upload_by_dossier ON public.dossier_upload USING btree (dossier_id);

grant insert, select on dossier_upload to motcua_app;

create table draft (
  id uuid not null,
  procedure_version_id integer not null,
  account_id uuid,
  resume_secret_hash bytea,
  wrapped_key bytea not null,
  sealed bytea not null,
  upload_ids uuid[] not null default '{}'::uuid[],
  created_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  dossier_id uuid,
  constraint draft_pkey PRIMARY KEY (id),
  constraint draft_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint draft_procedure_version_id_fkey FOREIGN KEY (procedure_version_id) REFERENCES procedure_version(id),
  constraint draft_belongs_to_an_account_or_to_the_holder_of_a_link CHECK (((account_id IS NULL) <> (resume_secret_hash IS NULL))),
  constraint draft_expires_after_it_is_saved CHECK ((expires_at > saved_at)),
  constraint draft_holds_few_files CHECK ((cardinality(upload_ids) <= 200)),
  constraint draft_is_not_endless CHECK ((length(sealed) <= 2000000)),
  constraint draft_of_a_sent_dossier_belongs_to_an_account CHECK (((dossier_id IS NULL) OR (account_id IS NOT NULL))),
  constraint draft_secret_hash_is_sha256 CHECK ((length(resume_secret_hash) = 32))
);

CREATE INDEX draft_by_expiry ON public.draft USING btree (expires_at);
CREATE INDEX draft_by_upload ON public.draft USING gin (upload_ids);
CREATE UNIQUE INDEX draft_is_one_per_sent_dossier ON public.draft USING btree (dossier_id) WHERE (dossier_id IS NOT NULL);
CREATE INDEX draft_of_account ON public.draft USING btree (account_id, saved_at DESC) WHERE (account_id IS NOT NULL);

grant delete, insert, select, update on draft to motcua_app;

create table evaluation (
  dossier_id uuid not null,
  unit_id smallint not null,
  given_on date not null,
  place bigint generated always as identity not null,
  way text not null,
  copied_by uuid,
  sealed_remark bytea,
  constraint evaluation_pkey PRIMARY KEY (dossier_id),
  constraint evaluation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint evaluation_comes_by_a_known_way CHECK ((way = ANY (ARRAY['account'::text, 'link'::text, 'paper'::text]))),
  constraint evaluation_on_paper_is_copied_by_somebody CHECK (((way = 'paper'::text) = (copied_by IS NOT NULL)))
);

CREATE INDEX evaluation_by_unit ON public.evaluation USING btree (unit_id, given_on, place);
CREATE TRIGGER evaluation_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.evaluation FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on evaluation to motcua_app;

create table evaluation_answer (
  dossier_id uuid not null,
  question text not null,
  answer smallint not null,
  constraint evaluation_answers_a_question_once PRIMARY KEY (dossier_id, question),
  constraint evaluation_answer_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES evaluation(dossier_id),
  constraint evaluation_answer_is_two_one_or_nought CHECK (((answer >= 0) AND (answer <= 2))),
  constraint evaluation_question_is_known CHECK ((question = ANY (ARRAY['time'::text, 'bodies'::text, 'contacts'::text, 'published'::text, 'attitude'::text, 'costs'::text, 'explained'::text, 'online'::text, 'petition'::text])))
);

CREATE TRIGGER evaluation_answer_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.evaluation_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on evaluation_answer to motcua_app;

create table event_era (
  number smallint not null,
  began_at timestamp with time zone not null default now(),
  constraint event_era_pkey PRIMARY KEY (number)
);

grant select on event_era to motcua_app;

create table fee_approval (
  charge_id uuid,
  refund_id uuid,
  is_approved boolean not null,
  decided_at timestamp with time zone not null,
  decided_by uuid not null,
  unit_id smallint not null,
  sealed bytea,
  constraint fee_approval_can_be_pointed_at UNIQUE (refund_id, is_approved),
  constraint fee_approval_of_a_charge_is_given_once UNIQUE (charge_id),
  constraint fee_approval_of_a_refund_is_given_once UNIQUE (refund_id),
  constraint fee_approval_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES charge(id),
  constraint fee_approval_refund_id_fkey FOREIGN KEY (refund_id) REFERENCES refund(id),
  constraint fee_approval_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint fee_approval_is_declined_for_a_reason CHECK ((is_approved OR (sealed IS NOT NULL))),
  constraint fee_approval_is_of_one_thing CHECK ((num_nonnulls(charge_id, refund_id) = 1))
);

CREATE TRIGGER fee_approval_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.fee_approval FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on fee_approval to motcua_app;

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
  constraint figure_day_counts_each_once PRIMARY KEY (day, unit_id, handling_unit_id, channel)
);

grant delete, insert, select, update on figure_day to motcua_app;

create table figure_due (
  due_at timestamp with time zone not null,
  owed text not null,
  unit_id smallint not null,
  handling_unit_id smallint not null,
  holder_unit_id smallint not null,
  count integer not null,
  constraint figure_due_counts_each_once PRIMARY KEY (due_at, owed, unit_id, handling_unit_id, holder_unit_id),
  constraint figure_due_is_of_something_owed CHECK ((owed = ANY (ARRAY['firstAnswer'::text, 'decision'::text])))
);

grant delete, insert, select, update on figure_due to motcua_app;

create table figure_hour (
  hour timestamp with time zone not null,
  unit_id smallint not null,
  handling_unit_id smallint not null,
  received integer not null default 0,
  accepted integer not null default 0,
  refused integer not null default 0,
  early integer not null default 0,
  on_time integer not null default 0,
  late integer not null default 0,
  returned integer not null default 0,
  constraint figure_hour_counts_each_once PRIMARY KEY (hour, unit_id, handling_unit_id)
);

grant delete, insert, select, update on figure_hour to motcua_app;

create table figure_open (
  unit_id smallint not null,
  handling_unit_id smallint not null,
  holder_unit_id smallint not null,
  state text not null,
  count integer not null,
  constraint figure_open_counts_each_once PRIMARY KEY (unit_id, handling_unit_id, holder_unit_id, state)
);

grant delete, insert, select, update on figure_open to motcua_app;

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
  constraint figure_procedure_day_counts_each_once PRIMARY KEY (day, unit_id, handling_unit_id, procedure_id)
);

grant delete, insert, select, update on figure_procedure_day to motcua_app;

create table hand_over_item (
  list_id uuid not null,
  place smallint not null,
  dossier_id uuid not null,
  parcel_id uuid,
  constraint hand_over_item_has_a_place PRIMARY KEY (list_id, place),
  constraint parcel_is_handed_over_once UNIQUE (parcel_id),
  constraint hand_over_item_list_id_fkey FOREIGN KEY (list_id) REFERENCES hand_over_list(id),
  constraint hand_over_item_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES parcel(id)
);

CREATE UNIQUE INDEX result_comes_to_the_desk_on_one_list ON public.hand_over_item USING btree (dossier_id) WHERE (parcel_id IS NULL);
CREATE TRIGGER hand_over_item_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.hand_over_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on hand_over_item to motcua_app;

create table hand_over_list (
  id uuid not null,
  kind text not null,
  unit_id smallint not null,
  from_unit_id smallint,
  series text not null,
  series_year smallint not null,
  number integer not null,
  number_text text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  giver_name text not null,
  receiver_name text not null,
  item_count smallint not null,
  file_sha256 bytea not null,
  template_version smallint not null,
  citation text not null,
  constraint hand_over_list_pkey PRIMARY KEY (id),
  constraint hand_over_list_number_is_given_once UNIQUE (unit_id, series, series_year, number),
  constraint hand_over_list_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES unit(id),
  constraint hand_over_list_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint hand_over_list_hash_is_sha256 CHECK ((length(file_sha256) = 32)),
  constraint hand_over_list_is_not_empty CHECK (((item_count >= 1) AND (item_count <= 500))),
  constraint hand_over_list_kind_is_known CHECK ((kind = ANY (ARRAY['post'::text, 'desk'::text]))),
  constraint hand_over_list_names_who_gave CHECK (((kind = 'desk'::text) = (from_unit_id IS NOT NULL)))
);

CREATE INDEX hand_over_list_by_file ON public.hand_over_list USING btree (file_sha256);
CREATE INDEX hand_over_list_by_unit ON public.hand_over_list USING btree (unit_id, made_at);
CREATE TRIGGER hand_over_list_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.hand_over_list FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on hand_over_list to motcua_app;

create table handling_unit (
  procedure_version_id integer not null,
  receiving_unit_id smallint not null,
  unit_id smallint not null,
  constraint handling_unit_is_one PRIMARY KEY (procedure_version_id, receiving_unit_id),
  constraint handling_unit_procedure_version_id_fkey FOREIGN KEY (procedure_version_id) REFERENCES procedure_version(id),
  constraint handling_unit_receiving_unit_id_fkey FOREIGN KEY (receiving_unit_id) REFERENCES unit(id),
  constraint handling_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

grant insert, select on handling_unit to motcua_app;

create table invitation (
  token_hash bytea not null,
  account_id uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint invitation_pkey PRIMARY KEY (token_hash),
  constraint invitation_account_id_key UNIQUE (account_id),
  constraint invitation_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint invitation_token_hash_is_sha256 CHECK ((length(token_hash) = 32))
);

grant delete, insert, select on invitation to motcua_app;

create table listener_place (
  name text not null,
  tx xid8 not null,
  dossier_id uuid not null,
  number smallint not null,
  era smallint not null default 1,
  constraint listener_place_pkey PRIMARY KEY (name)
);

grant select, update on listener_place to motcua_app;

create table notice (
  id bigint generated always as identity not null,
  dossier_id uuid,
  event_number smallint,
  day date,
  told text not null,
  account_id uuid,
  channel text not null,
  recipient bytea not null,
  language text not null,
  state text not null default 'queued'::text,
  attempts smallint not null default 0,
  queued_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  key uuid not null default gen_random_uuid(),
  reference text,
  fault text,
  sent_at timestamp with time zone,
  reported_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_key_is_its_own UNIQUE (key),
  constraint notice_tells_a_day_once UNIQUE (account_id, day, told),
  constraint notice_tells_an_event_once UNIQUE (dossier_id, event_number, channel, recipient),
  constraint notice_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint notice_channel_is_known CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'zalo'::text]))),
  constraint notice_language_is_known CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
  constraint notice_of_a_day_is_for_an_account CHECK (((day IS NULL) OR (account_id IS NOT NULL))),
  constraint notice_recipient_is_a_blind_index CHECK ((length(recipient) = 16)),
  constraint notice_state_is_known CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'failed'::text, 'givenUp'::text]))),
  constraint notice_tells_an_event_or_a_day CHECK ((((dossier_id IS NULL) = (event_number IS NULL)) AND ((dossier_id IS NULL) = (day IS NOT NULL)))),
  constraint notice_was_sent_once_it_is CHECK (((state <> ALL (ARRAY['sent'::text, 'delivered'::text])) OR (sent_at IS NOT NULL)))
);

CREATE INDEX notice_by_reference ON public.notice USING btree (channel, reference) WHERE (reference IS NOT NULL);
CREATE INDEX notice_by_time ON public.notice USING btree (queued_at, id);
CREATE INDEX notice_to_send ON public.notice USING btree (channel, due_at, id) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));

grant delete, insert, select, update on notice to motcua_app;

create table notice_choice (
  account_id uuid not null,
  channel text not null,
  sealed_address bytea not null,
  recipient bytea not null,
  language text not null,
  chosen_at timestamp with time zone not null,
  constraint notice_choice_is_one_per_channel PRIMARY KEY (account_id, channel),
  constraint notice_choice_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint notice_choice_channel_is_known CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'zalo'::text, 'digest'::text]))),
  constraint notice_choice_language_is_known CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
  constraint notice_choice_recipient_is_a_blind_index CHECK ((length(recipient) = 16))
);

grant delete, insert, select, update on notice_choice to motcua_app;

create table notice_consent (
  id bigint generated always as identity not null,
  account_id uuid not null,
  channel text not null,
  given boolean not null,
  wording text not null,
  language text not null,
  at timestamp with time zone not null,
  constraint notice_consent_pkey PRIMARY KEY (id),
  constraint notice_consent_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);

CREATE INDEX notice_consent_by_account ON public.notice_consent USING btree (account_id, channel, at);
CREATE TRIGGER notice_consent_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.notice_consent FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on notice_consent to motcua_app;

create table notice_place (
  is_the_one boolean not null default true,
  era smallint not null,
  tx xid8 not null,
  dossier_id uuid not null,
  number smallint not null,
  constraint notice_place_pkey PRIMARY KEY (is_the_one),
  constraint notice_place_is_one CHECK (is_the_one)
);

grant select, update on notice_place to motcua_app;

create table notice_secret (
  name text not null,
  sealed bytea not null,
  constraint notice_secret_pkey PRIMARY KEY (name)
);

grant delete, insert, select, update on notice_secret to motcua_app;

create table notice_stop (
  dossier_id uuid not null,
  recipient bytea not null,
  at timestamp with time zone not null,
  constraint notice_stop_is_said_once PRIMARY KEY (dossier_id, recipient)
);

grant insert, select on notice_stop to motcua_app;

create table paper (
  id uuid not null,
  dossier_id uuid not null,
  kind text not null,
  unit_id smallint not null,
  series text not null,
  series_year smallint not null,
  number integer not null,
  number_text text not null,
  title text not null,
  file_sha256 bytea not null,
  file_size integer not null,
  issued_at timestamp with time zone not null,
  template text not null,
  template_version smallint not null,
  citation text not null,
  signers jsonb not null,
  valid_until date,
  replaces uuid,
  replaces_reason text,
  constraint paper_pkey PRIMARY KEY (id),
  constraint paper_is_replaced_once UNIQUE (replaces),
  constraint paper_number_is_given_once UNIQUE (unit_id, series, series_year, number),
  constraint paper_replaces_fkey FOREIGN KEY (replaces) REFERENCES paper(id),
  constraint paper_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint paper_file_hash_is_sha256 CHECK ((length(file_sha256) = 32)),
  constraint paper_kind_is_known CHECK ((kind = ANY (ARRAY['receipt'::text, 'supplementRequest'::text, 'refusal'::text, 'apology'::text, 'stopNotice'::text, 'controlSlip'::text, 'result'::text, 'consultRequest'::text, 'transferSlip'::text, 'feeReceipt'::text, 'parcelSlip'::text, 'resultReceipt'::text]))),
  constraint paper_number_counts_from_one CHECK ((number > 0)),
  constraint paper_replaces_for_a_reason CHECK (((replaces IS NULL) = (replaces_reason IS NULL)))
);

CREATE INDEX paper_by_dossier ON public.paper USING btree (dossier_id, issued_at);
CREATE INDEX paper_by_file ON public.paper USING btree (file_sha256);
CREATE TRIGGER paper_is_never_changed BEFORE DELETE OR UPDATE OR TRUNCATE ON public.paper FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_paper();

grant insert, select on paper to motcua_app;

create table paper_cancellation (
  paper_id uuid not null,
  cause text not null,
  cancelled_at timestamp with time zone not null,
  cancelled_by uuid not null,
  constraint paper_cancellation_pkey PRIMARY KEY (paper_id),
  constraint paper_cancellation_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES paper(id),
  constraint paper_cancellation_cause_is_known CHECK ((cause = ANY (ARRAY['reversal'::text, 'refund'::text])))
);

CREATE TRIGGER paper_cancellation_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.paper_cancellation FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on paper_cancellation to motcua_app;

create table paper_number (
  unit_id smallint not null,
  series text not null,
  year smallint not null,
  last integer not null,
  constraint paper_number_is_counted_per_series_and_year PRIMARY KEY (unit_id, series, year),
  constraint paper_number_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint paper_number_starts_at_one CHECK ((last > 0))
);

grant insert, select, update on paper_number to motcua_app;

create table paper_occasion (
  dossier_id uuid not null,
  kind text not null,
  occasion text not null,
  paper_id uuid not null,
  ordered_by uuid not null,
  constraint paper_is_ordered_once_per_occasion PRIMARY KEY (dossier_id, kind, occasion),
  constraint paper_is_ordered_for_one_occasion UNIQUE (paper_id),
  constraint paper_occasion_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES paper(id)
);

CREATE TRIGGER paper_occasion_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.paper_occasion FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on paper_occasion to motcua_app;

create table paper_template (
  key text not null,
  version smallint not null,
  sha256 bytea not null,
  content text not null,
  recorded_at timestamp with time zone not null,
  constraint paper_template_has_one_meaning_per_version PRIMARY KEY (key, version),
  constraint paper_template_hash_is_sha256 CHECK ((length(sha256) = 32)),
  constraint paper_template_version_counts_from_one CHECK ((version > 0))
);

CREATE TRIGGER paper_template_is_never_changed BEFORE DELETE OR UPDATE OR TRUNCATE ON public.paper_template FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_template();

grant insert, select on paper_template to motcua_app;

create table parcel (
  id uuid not null,
  dossier_id uuid not null,
  unit_id smallint not null,
  tracking_number text not null,
  prepared_at timestamp with time zone not null,
  prepared_by uuid not null,
  constraint parcel_pkey PRIMARY KEY (id),
  constraint parcel_number_is_used_once UNIQUE (tracking_number),
  constraint parcel_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint parcel_number_is_plain CHECK ((tracking_number ~ '^[0-9A-Z]{8,20}$'::text))
);

CREATE INDEX parcel_by_dossier ON public.parcel USING btree (dossier_id, prepared_at);
CREATE INDEX parcel_by_unit ON public.parcel USING btree (unit_id, prepared_at);
CREATE TRIGGER parcel_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.parcel FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on parcel to motcua_app;

create table parcel_event (
  parcel_id uuid not null,
  state text not null,
  happened_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  cause text,
  constraint parcel_reaches_a_state_once PRIMARY KEY (parcel_id, state),
  constraint parcel_event_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES parcel(id),
  constraint parcel_cause_is_known CHECK ((cause = ANY (ARRAY['notMet'::text, 'wrongAddress'::text, 'declined'::text, 'damaged'::text]))),
  constraint parcel_comes_back_for_a_cause CHECK (((state = 'cameBack'::text) = (cause IS NOT NULL))),
  constraint parcel_state_is_known CHECK ((state = ANY (ARRAY['handedOver'::text, 'delivered'::text, 'cameBack'::text])))
);

CREATE UNIQUE INDEX parcel_arrives_or_comes_back ON public.parcel_event USING btree (parcel_id) WHERE (state = ANY (ARRAY['delivered'::text, 'cameBack'::text]));
CREATE TRIGGER parcel_event_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.parcel_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on parcel_event to motcua_app;

create table payment (
  id uuid not null,
  number bigint generated always as identity not null,
  dossier_id uuid not null,
  method text not null,
  amount bigint not null,
  paid_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  unit_id smallint not null,
  reference text,
  reverses uuid,
  sealed bytea,
  constraint payment_pkey PRIMARY KEY (id),
  constraint payment_can_be_pointed_at UNIQUE (id, dossier_id, method, amount),
  constraint payment_is_reversed_once UNIQUE (reverses),
  constraint payment_is_reversed_as_a_whole FOREIGN KEY (reverses, dossier_id, method, amount) REFERENCES payment(id, dossier_id, method, amount),
  constraint payment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint payment_by_transfer_has_a_reference CHECK (((method = 'transfer'::text) = (reference IS NOT NULL))),
  constraint payment_is_a_sum_of_money CHECK (((amount >= 1) AND (amount <= '9999999999999'::bigint))),
  constraint payment_is_not_of_tomorrow CHECK ((paid_at <= recorded_at)),
  constraint payment_is_reversed_for_a_reason CHECK (((reverses IS NULL) OR (sealed IS NOT NULL))),
  constraint payment_method_is_known CHECK ((method = ANY (ARRAY['cash'::text, 'transfer'::text]))),
  constraint payment_reference_is_plain CHECK ((reference ~ '^[0-9A-Z][0-9A-Z./_-]{2,63}$'::text))
);

CREATE INDEX payment_by_dossier ON public.payment USING btree (dossier_id, number);
CREATE INDEX payment_by_reference ON public.payment USING btree (unit_id, reference) WHERE (reference IS NOT NULL);
CREATE INDEX payment_by_unit_and_time ON public.payment USING btree (unit_id, recorded_at);
CREATE TRIGGER payment_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payment FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on payment to motcua_app;

create table posting (
  id integer generated always as identity not null,
  account_id uuid not null,
  unit_id smallint not null,
  role text not null,
  valid_from date not null,
  valid_to date,
  ended_at timestamp with time zone,
  constraint posting_pkey PRIMARY KEY (id),
  constraint posting_is_given_once UNIQUE (account_id, unit_id, role, valid_from),
  constraint posting_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint posting_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint posting_ends_after_it_starts CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint posting_role_is_known CHECK ((role = ANY (ARRAY['reception'::text, 'specialist'::text, 'head_of_office'::text, 'leader'::text, 'clerk'::text, 'return'::text, 'director'::text, 'inspector'::text, 'quality'::text, 'admin'::text])))
);

grant insert, select, update on posting to motcua_app;

create table procedure (
  id smallint generated always as identity not null,
  code text not null,
  field text not null,
  level text not null,
  agency_code text not null,
  constraint procedure_pkey PRIMARY KEY (id),
  constraint procedure_code_is_taken_once UNIQUE (code),
  constraint procedure_code_has_the_national_shape CHECK ((code ~ '^[0-9]\.[0-9]{6}([.][0-9A-Z.]+)?$'::text)),
  constraint procedure_level_is_known CHECK ((level = ANY (ARRAY['province'::text, 'city'::text, 'commune'::text])))
);

grant insert, select, update on procedure to motcua_app;

create table procedure_unit (
  procedure_id smallint not null,
  unit_id smallint not null,
  valid_from date not null,
  valid_to date,
  constraint procedure_unit_starts_once_a_day PRIMARY KEY (procedure_id, unit_id, valid_from),
  constraint procedure_unit_procedure_id_fkey FOREIGN KEY (procedure_id) REFERENCES procedure(id),
  constraint procedure_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint procedure_unit_ends_after_it_starts CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

CREATE INDEX procedure_unit_by_unit ON public.procedure_unit USING btree (unit_id);

grant insert, select, update on procedure_unit to motcua_app;

create table procedure_version (
  id integer generated always as identity not null,
  procedure_id smallint not null,
  number smallint not null,
  effective_from date not null,
  effective_to date,
  definition jsonb not null,
  rule_profile text not null,
  supplement_policy text not null default 'reset'::text,
  announced_by text not null,
  process_approved_by text not null,
  published_at timestamp with time zone,
  constraint procedure_version_pkey PRIMARY KEY (id),
  constraint procedure_version_is_numbered_once UNIQUE (procedure_id, number),
  constraint procedure_has_one_version_in_force EXCLUDE USING gist (int4range((procedure_id)::integer, (procedure_id)::integer, '[]'::text) WITH &&, daterange(effective_from, effective_to, '[]'::text) WITH &&) WHERE ((published_at IS NOT NULL)),
  constraint procedure_version_procedure_id_fkey FOREIGN KEY (procedure_id) REFERENCES procedure(id),
  constraint procedure_version_ends_after_it_starts CHECK (((effective_to IS NULL) OR (effective_to >= effective_from))),
  constraint procedure_version_number_counts_from_one CHECK ((number > 0)),
  constraint procedure_version_rule_profile_is_known CHECK ((rule_profile = ANY (ARRAY['vn-2018'::text, 'vn-2025'::text]))),
  constraint procedure_version_supplement_policy_is_known CHECK ((supplement_policy = ANY (ARRAY['reset'::text, 'pause'::text])))
);

CREATE TRIGGER procedure_version_is_kept_once_published BEFORE DELETE OR UPDATE ON public.procedure_version FOR EACH ROW EXECUTE FUNCTION keep_published_version();

grant insert, select, update on procedure_version to motcua_app;

create table recovery_code (
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (account_id, code_hash),
  constraint recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint recovery_code_hash_is_sha256 CHECK ((length(code_hash) = 32))
);

grant delete, insert, select on recovery_code to motcua_app;

create table refund (
  id uuid not null,
  number bigint generated always as identity not null,
  dossier_id uuid not null,
  method text not null,
  amount bigint not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  unit_id smallint not null,
  sealed bytea not null,
  constraint refund_pkey PRIMARY KEY (id),
  constraint refund_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint refund_is_a_sum_of_money CHECK (((amount >= 1) AND (amount <= '9999999999999'::bigint))),
  constraint refund_method_is_known CHECK ((method = ANY (ARRAY['cash'::text, 'transfer'::text])))
);

CREATE INDEX refund_by_dossier ON public.refund USING btree (dossier_id, number);
CREATE TRIGGER refund_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.refund FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on refund to motcua_app;

create table refund_payout (
  refund_id uuid not null,
  is_approved boolean not null default true,
  paid_at timestamp with time zone not null,
  paid_by uuid not null,
  unit_id smallint not null,
  reference text,
  constraint refund_payout_pkey PRIMARY KEY (refund_id),
  constraint refund_payout_follows_an_approval FOREIGN KEY (refund_id, is_approved) REFERENCES fee_approval(refund_id, is_approved),
  constraint refund_payout_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint refund_payout_is_approved CHECK (is_approved),
  constraint refund_payout_reference_is_plain CHECK ((reference ~ '^[0-9A-Z][0-9A-Z./_-]{2,63}$'::text))
);

CREATE INDEX refund_payout_by_unit_and_time ON public.refund_payout USING btree (unit_id, paid_at);
CREATE TRIGGER refund_payout_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.refund_payout FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on refund_payout to motcua_app;

create table register_closing (
  unit_id smallint not null,
  year smallint not null,
  closed_at timestamp with time zone not null,
  closed_by uuid not null,
  signer_name text not null,
  line_count integer not null,
  hash bytea not null,
  lines_sha256 bytea not null,
  file_sha256 bytea not null,
  title text not null,
  template_version smallint not null,
  citation text not null,
  constraint register_is_closed_once PRIMARY KEY (unit_id, year),
  constraint register_closing_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint register_counts_its_lines CHECK ((line_count >= 0)),
  constraint register_hash_is_sha256 CHECK (((length(hash) = 32) AND (length(lines_sha256) = 32) AND (length(file_sha256) = 32))),
  constraint register_is_closed_after_the_year CHECK (((year)::numeric < EXTRACT(year FROM (closed_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))))
);

CREATE INDEX register_closing_by_file ON public.register_closing USING btree (file_sha256);
CREATE INDEX register_closing_by_lines ON public.register_closing USING btree (lines_sha256);
CREATE TRIGGER register_closing_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.register_closing FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on register_closing to motcua_app;

create table register_counter (
  unit_id smallint not null,
  year smallint not null,
  last integer not null,
  constraint register_counts_per_unit_and_year PRIMARY KEY (unit_id, year),
  constraint register_counter_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

grant insert, select, update on register_counter to motcua_app;

create table register_line (
  dossier_id uuid not null,
  unit_id smallint not null,
  year smallint not null,
  no integer not null,
  constraint register_line_pkey PRIMARY KEY (dossier_id),
  constraint register_line_is_given_once UNIQUE (unit_id, year, no),
  constraint register_line_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint register_line_counts_from_one CHECK ((no > 0))
);

CREATE TRIGGER register_line_is_never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON public.register_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

grant insert, select on register_line to motcua_app;

create table session (
  token_hash bytea not null,
  account_id uuid not null,
  kind text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  id bigint generated always as identity not null,
  device text not null default ''::text,
  proved_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_id_is_unique UNIQUE (id),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint session_device_is_short CHECK ((length(device) <= 60)),
  constraint session_kind_is_known CHECK ((kind = ANY (ARRAY['cookie'::text, 'token'::text, 'half'::text]))),
  constraint session_token_hash_is_sha256 CHECK ((length(token_hash) = 32))
);

CREATE INDEX session_by_account ON public.session USING btree (account_id) WHERE (ended_at IS NULL);

grant delete, insert, select, update on session to motcua_app;

create table sign_in_failure (
  login_hash bytea not null,
  failures smallint not null,
  last_at timestamp with time zone not null,
  constraint sign_in_failure_pkey PRIMARY KEY (login_hash),
  constraint sign_in_failure_counts_up CHECK ((failures > 0))
);

grant delete, insert, select, update on sign_in_failure to motcua_app;

create table staffing_event (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  by_account_id uuid,
  account_id uuid not null,
  what text not null,
  details jsonb not null default '{}'::jsonb,
  constraint staffing_event_pkey PRIMARY KEY (id),
  constraint staffing_event_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint staffing_event_by_account_id_fkey FOREIGN KEY (by_account_id) REFERENCES account(id),
  constraint staffing_event_is_known CHECK ((what = ANY (ARRAY['opened'::text, 'posted'::text, 'posting-ended'::text, 'invited'::text, 'closed'::text, 'factor-removed'::text, 'locked'::text])))
);

CREATE INDEX staffing_event_by_account ON public.staffing_event USING btree (account_id, id DESC);

grant insert, select on staffing_event to motcua_app;

create table transaction_point (
  id smallint generated always as identity not null,
  code text not null,
  kind text not null,
  unit_id smallint not null,
  location text not null,
  location_en text not null,
  verified boolean not null,
  constraint transaction_point_pkey PRIMARY KEY (id),
  constraint transaction_point_code_is_taken_once UNIQUE (code),
  constraint transaction_point_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint transaction_point_kind_is_known CHECK ((kind = ANY (ARRAY['kiosk'::text, 'counter'::text, 'post_office'::text])))
);

CREATE INDEX transaction_point_by_unit ON public.transaction_point USING btree (unit_id);

grant insert, select, update on transaction_point to motcua_app;

create table unit (
  id smallint generated always as identity not null,
  code text not null,
  kind text not null,
  level text not null,
  parent_id smallint,
  agency_id text,
  agency_role text,
  position smallint not null default 0,
  verified boolean not null,
  source text,
  later_changes jsonb not null default '[]'::jsonb,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_agency_id_is_taken_once UNIQUE (agency_id),
  constraint unit_code_is_taken_once UNIQUE (code),
  constraint unit_has_each_role_once UNIQUE (parent_id, agency_role),
  constraint unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id),
  constraint unit_agency_id_has_the_national_shape CHECK (((agency_id IS NULL) OR ((length(agency_id) <= 35) AND (agency_id ~ '^[A-Z][0-9]{2}([.][0-9A-Z]{2,3})*$'::text)))),
  constraint unit_code_is_plain CHECK ((code ~ '^[0-9A-Z][0-9A-Z.-]{0,34}$'::text)),
  constraint unit_is_not_its_own_parent CHECK ((parent_id <> id)),
  constraint unit_kind_is_known CHECK ((kind = ANY (ARRAY['province'::text, 'committee'::text, 'office'::text, 'one_stop'::text, 'specialist_office'::text, 'ward'::text, 'commune'::text, 'leadership'::text, 'division'::text]))),
  constraint unit_level_is_known CHECK ((level = ANY (ARRAY['province'::text, 'city'::text, 'commune'::text])))
);

CREATE INDEX unit_by_parent ON public.unit USING btree (parent_id);

grant insert, select, update on unit to motcua_app;

create table unit_name (
  unit_id smallint not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  name_en text not null,
  short_name text not null,
  decision text,
  constraint unit_name_starts_once_a_day PRIMARY KEY (unit_id, valid_from),
  constraint unit_has_one_name_at_a_time EXCLUDE USING gist (int4range((unit_id)::integer, (unit_id)::integer, '[]'::text) WITH &&, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  constraint unit_name_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint unit_name_ends_after_it_starts CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint unit_name_is_not_empty CHECK (((name <> ''::text) AND (name_en <> ''::text) AND (short_name <> ''::text)))
);

grant insert, select, update on unit_name to motcua_app;

create table upload (
  id uuid not null,
  sha256 bytea not null,
  size integer not null,
  media_type text not null,
  sealed_name bytea,
  account_id uuid,
  session_hash bytea,
  created_at timestamp with time zone not null,
  constraint upload_pkey PRIMARY KEY (id),
  constraint upload_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint upload_has_a_sender CHECK (((account_id IS NOT NULL) OR (session_hash IS NOT NULL))),
  constraint upload_hash_is_sha256 CHECK ((length(sha256) = 32)),
  constraint upload_is_not_empty CHECK ((size > 0)),
  constraint upload_kind_is_accepted CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text, 'image/heic'::text, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'::text, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'::text])))
);

CREATE INDEX upload_by_age ON public.upload USING btree (created_at);
CREATE INDEX upload_by_file ON public.upload USING btree (sha256);

grant delete, insert, select on upload to motcua_app;

create table working_calendar_version (
  id smallint generated always as identity not null,
  calendar_code text not null,
  number smallint not null,
  first_year smallint not null,
  last_year smallint not null,
  definition jsonb not null,
  sha256 bytea not null,
  reason text not null,
  stored_by uuid,
  stored_at timestamp with time zone not null,
  constraint working_calendar_version_pkey PRIMARY KEY (id),
  constraint working_calendar_version_is_numbered_once UNIQUE (calendar_code, number),
  constraint working_calendar_version_stored_by_fkey FOREIGN KEY (stored_by) REFERENCES account(id),
  constraint working_calendar_version_counts_from_one CHECK ((number > 0)),
  constraint working_calendar_version_covers_years CHECK ((last_year >= first_year)),
  constraint working_calendar_version_has_a_reason CHECK ((reason <> ''::text)),
  constraint working_calendar_version_hash_is_sha256 CHECK ((length(sha256) = 32))
);

CREATE TRIGGER working_calendar_version_is_never_changed BEFORE DELETE OR UPDATE OR TRUNCATE ON public.working_calendar_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_calendar_version();

grant insert, select on working_calendar_version to motcua_app;

create table worklist_view (
  account_id uuid not null,
  place smallint not null,
  name text not null,
  queue text not null,
  procedure_code text not null default ''::text,
  constraint worklist_view_has_a_place_of_its_own PRIMARY KEY (account_id, place),
  constraint worklist_view_is_told_by_its_name UNIQUE (account_id, name),
  constraint worklist_view_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint worklist_view_filters_are_short CHECK (((length(queue) <= 40) AND (length(procedure_code) <= 40))),
  constraint worklist_view_has_a_short_name CHECK (((char_length(name) >= 1) AND (char_length(name) <= 60))),
  constraint worklist_view_is_one_of_twelve CHECK (((place >= 1) AND (place <= 12)))
);

grant delete, insert, select, update on worklist_view to motcua_app;
