-- The procedures the city publishes and the versions they are published in. A dossier is bound to the version in force when
-- it was received, so a published version can never change or overlap another (CAT-09); only its last day may be set.

create table procedure (
  id smallint generated always as identity primary key,
  code text not null,
  field text not null,
  level text not null,
  -- The unit that decides, or the commune role that does (XA-TPHT).
  agency_code text not null,
  constraint procedure_code_is_taken_once unique (code),
  constraint procedure_code_has_the_national_shape check (code ~ '^[0-9]\.[0-9]{6}([.][0-9A-Z.]+)?$'),
  constraint procedure_level_is_known check (level in ('province', 'city', 'commune'))
);

create table procedure_version (
  id integer generated always as identity primary key,
  procedure_id smallint not null references procedure,
  number smallint not null,
  effective_from date not null,
  effective_to date,
  -- Everything published: names, deadline, fees, components, form, legal basis, process, provenance.
  definition jsonb not null,
  rule_profile text not null,
  -- After a supplement the limit starts again from zero (Decree 61/2018 art. 19(4)) unless sector law says otherwise.
  supplement_policy text not null default 'reset',
  announced_by text not null,
  process_approved_by text not null,
  published_at timestamptz,
  constraint procedure_version_is_numbered_once unique (procedure_id, number),
  constraint procedure_version_number_counts_from_one check (number > 0),
  constraint procedure_version_ends_after_it_starts check (effective_to is null or effective_to >= effective_from),
  constraint procedure_version_rule_profile_is_known check (rule_profile in ('vn-2018', 'vn-2025')),
  constraint procedure_version_supplement_policy_is_known check (supplement_policy in ('reset', 'pause')),
  constraint procedure_has_one_version_in_force exclude using gist
    (int4range(procedure_id, procedure_id, '[]') with &&, daterange(effective_from, effective_to, '[]') with &&)
    where (published_at is not null)
);

create function keep_published_version() returns trigger language plpgsql as $$
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
end $$;

create trigger procedure_version_is_kept_once_published before update or delete on procedure_version
  for each row execute function keep_published_version();

-- Which units receive dossiers of a procedure and show it on their own page (Decree 61/2018 art. 8).
create table procedure_unit (
  procedure_id smallint not null references procedure,
  unit_id smallint not null references unit,
  valid_from date not null,
  valid_to date,
  constraint procedure_unit_starts_once_a_day primary key (procedure_id, unit_id, valid_from),
  constraint procedure_unit_ends_after_it_starts check (valid_to is null or valid_to >= valid_from)
);
create index procedure_unit_by_unit on procedure_unit (unit_id);

grant select, insert, update on procedure, procedure_version, procedure_unit to motcua_app;
