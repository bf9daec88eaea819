-- The evaluation slip (TT 01/2018/TT-VPCP art. 12(2); 61/2018/NĐ-CP art. 31(1)): what somebody thinks of how their dossier was
-- handled, said once and never changed. It is kept by dossier so that it is said once and can be counted by whoever handled it;
-- what a unit reads of it names neither dossier, day nor person (art. 27(3)), and no account is kept with it. Only the day, since
-- an hour would point at who stood at the counter. No foreign key to dossiers, as everywhere (docs/adr/0004).
create table evaluation (
  dossier_id uuid primary key,
  -- That received the dossier: the one-stop unit that is evaluated.
  unit_id smallint not null references unit,
  given_on date not null,
  -- In the order they came, so that they can be shown so many at a time.
  place bigint generated always as identity,
  -- The one who follows the dossier, the link on the slip, or a slip of paper that an official copied.
  way text not null,
  copied_by uuid,
  -- In their own words, under the key of the dossier: gone with the person.
  sealed_remark bytea,
  constraint evaluation_comes_by_a_known_way check (way in ('account', 'link', 'paper')),
  constraint evaluation_on_paper_is_copied_by_somebody check ((way = 'paper') = (copied_by is not null))
);
create index evaluation_by_unit on evaluation (unit_id, given_on, place);

create table evaluation_answer (
  dossier_id uuid not null references evaluation,
  question text not null,
  answer smallint not null,
  constraint evaluation_answers_a_question_once primary key (dossier_id, question),
  constraint evaluation_answer_is_two_one_or_nought check (answer between 0 and 2),
  constraint evaluation_question_is_known check (question in
    ('time', 'bodies', 'contacts', 'published', 'attitude', 'costs', 'explained', 'online', 'petition'))
);

create trigger evaluation_is_never_rewritten before update or delete or truncate on evaluation
  for each statement execute function refuse_rewriting();
create trigger evaluation_answer_is_never_rewritten before update or delete or truncate on evaluation_answer
  for each statement execute function refuse_rewriting();
grant select, insert on evaluation, evaluation_answer to motcua_app;
