-- Working time of the city, kept in versions: a changed calendar is a new version, and what was promised under an old one
-- can always be explained from it. A dossier keeps its due date; it never follows a later version by itself.

create table working_calendar_version (
  id smallint generated always as identity primary key,
  calendar_code text not null,
  number smallint not null,
  first_year smallint not null,
  last_year smallint not null,
  -- Weekly hours, exceptions with their legal source, and the deviations of single units.
  definition jsonb not null,
  -- Of the definition in canonical form, so that storing the same calendar again makes no new version.
  sha256 bytea not null,
  -- Why there is this version, such as the notice that announced a swap of days.
  reason text not null,
  stored_by uuid references account,
  stored_at timestamptz not null,
  constraint working_calendar_version_is_numbered_once unique (calendar_code, number),
  constraint working_calendar_version_counts_from_one check (number > 0),
  constraint working_calendar_version_covers_years check (last_year >= first_year),
  constraint working_calendar_version_has_a_reason check (reason <> ''),
  constraint working_calendar_version_hash_is_sha256 check (length(sha256) = 32)
);

create function refuse_to_change_a_calendar_version() returns trigger language plpgsql as $$
begin
  raise exception 'a stored calendar is never changed, store a new version: % on %', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end $$;
create trigger working_calendar_version_is_never_changed before update or delete or truncate on working_calendar_version
  for each statement execute function refuse_to_change_a_calendar_version();

grant select, insert on working_calendar_version to motcua_app;
