-- What people were told at the desk who left without filing a dossier (61/2018/NĐ-CP art. 15(2)): of which procedure, in
-- which words, when. Nothing says who they were: whom it concerned is not needed to answer for what was said.

create table desk_guidance (
  -- Made by the client before its first try, so that a second press adds nothing.
  id uuid primary key,
  unit_id smallint not null references unit,
  procedure_id integer not null references procedure,
  official_id uuid not null references account,
  given_at timestamptz not null,
  -- 1 direct, 3 post: the national codes.
  channel smallint not null,
  said text not null,
  constraint desk_guidance_comes_by_a_desks_channel check (channel in (1, 3)),
  constraint desk_guidance_says_something check (length(said) between 1 and 4000)
);
create index desk_guidance_by_unit on desk_guidance (unit_id, given_at desc, id);

create trigger desk_guidance_is_never_rewritten before update or delete or truncate on desk_guidance
  for each statement execute function refuse_rewriting();

grant select, insert on desk_guidance to motcua_app;
