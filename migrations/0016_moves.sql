-- Handling to the letter: an apology with one new date, withdrawal with consideration, a second supplement that a leader
-- permits, and other bodies that are asked for their opinion.

alter table dossier
  add column awaits_leader text,
  add column rescheduled_count smallint not null default 0,
  add column supplement_limit smallint not null default 1,
  -- Units with a question open; null when nobody is asked. What was asked is said in the events.
  add column consulted_units smallint[];

alter table dossier
  drop constraint dossier_state_is_known,
  add constraint dossier_state_is_known check (state in ('submitted', 'accepted', 'inProgress', 'awaitingSupplement',
    'withdrawalRequested', 'finished', 'returned', 'refused', 'recalled', 'withdrawn', 'stopped')),
  drop constraint dossier_is_held_while_open,
  add constraint dossier_is_held_while_open check
    ((state in ('returned', 'refused', 'recalled', 'withdrawn', 'stopped')) = (holder_unit_id is null)),
  add constraint dossier_awaits_a_known_decision check (awaits_leader in ('apology', 'withdrawal', 'supplement')),
  -- 61/2018/NĐ-CP art. 19(9): a new date once.
  add constraint dossier_is_rescheduled_once check (rescheduled_count in (0, 1)),
  add constraint dossier_asks_no_empty_crowd check (cardinality(consulted_units) between 1 and 20);

create index dossier_awaiting_leader on dossier (receiving_unit_id, act_by, id) where awaits_leader is not null;

create table dossier_consultation (
  dossier_id uuid not null,
  -- The number of the event that asked.
  asked smallint not null,
  unit_id smallint not null constraint dossier_consultation_unit_id_fkey references unit (id),
  due_at timestamptz not null,
  -- The number of the event that answered.
  answered smallint,
  constraint dossier_consultation_asks_a_unit_once primary key (dossier_id, asked, unit_id),
  constraint dossier_consultation_is_answered_after_it_is_asked check (answered > asked)
);
create index dossier_consultation_open on dossier_consultation (unit_id, due_at, dossier_id) where answered is null;

create function keep_consultation() returns trigger language plpgsql as $$
begin
  if (new.dossier_id, new.asked, new.unit_id, new.due_at) is distinct from (old.dossier_id, old.asked, old.unit_id, old.due_at)
    or old.answered is not null then
    raise exception 'a consultation is answered once and not changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger dossier_consultation_is_answered_once before update on dossier_consultation
  for each row execute function keep_consultation();
create trigger dossier_consultation_is_never_deleted before delete or truncate on dossier_consultation
  for each statement execute function refuse_rewriting();

grant select, insert, update on dossier_consultation to motcua_app;
