-- The bodies of the city as a tree of kind + parent, not as fixed levels, since a city may choose a single-level centre
-- with branches (Decree 309/2026 art. 3(2)). Names are dated: a dossier keeps the name its unit had on the day (ORG-16).

create table unit (
  id smallint generated always as identity primary key,
  code text not null,
  kind text not null,
  level text not null,
  parent_id smallint references unit,
  -- First part of dossier codes; groups from top level to lower, separated by dots (Decision 20/2020/QĐ-TTg).
  agency_id text,
  -- The commune role a process step names (XA-TPHT); resolved to the unit of the ward that received the dossier.
  agency_role text,
  -- Where it stands in lists of its parent.
  position smallint not null default 0,
  verified boolean not null,
  source text,
  -- What became of the unit later (mergers, new rank): shown and searchable, never a rule.
  later_changes jsonb not null default '[]',
  constraint unit_code_is_taken_once unique (code),
  constraint unit_agency_id_is_taken_once unique (agency_id),
  constraint unit_has_each_role_once unique (parent_id, agency_role),
  constraint unit_kind_is_known check (kind in
    ('province', 'committee', 'office', 'one_stop', 'specialist_office', 'ward', 'commune', 'leadership', 'division')),
  constraint unit_level_is_known check (level in ('province', 'city', 'commune')),
  constraint unit_agency_id_has_the_national_shape check
    (agency_id is null or (length(agency_id) <= 35 and agency_id ~ '^[A-Z][0-9]{2}([.][0-9A-Z]{2,3})*$')),
  constraint unit_is_not_its_own_parent check (parent_id <> id),
  constraint unit_code_is_plain check (code ~ '^[0-9A-Z][0-9A-Z.-]{0,34}$')
);
create index unit_by_parent on unit (parent_id);

create table unit_name (
  unit_id smallint not null references unit,
  valid_from date not null,
  valid_to date,
  name text not null,
  name_en text not null,
  short_name text not null,
  decision text,
  constraint unit_name_starts_once_a_day primary key (unit_id, valid_from),
  constraint unit_name_ends_after_it_starts check (valid_to is null or valid_to >= valid_from),
  constraint unit_has_one_name_at_a_time exclude using gist
    (int4range(unit_id, unit_id, '[]') with &&, daterange(valid_from, valid_to, '[]') with &&),
  constraint unit_name_is_not_empty check (name <> '' and name_en <> '' and short_name <> '')
);

-- Places where people are served besides the counter: the kiosks.
create table transaction_point (
  id smallint generated always as identity primary key,
  code text not null,
  kind text not null,
  unit_id smallint not null references unit,
  location text not null,
  location_en text not null,
  verified boolean not null,
  constraint transaction_point_code_is_taken_once unique (code),
  constraint transaction_point_kind_is_known check (kind in ('kiosk', 'counter', 'post_office'))
);
create index transaction_point_by_unit on transaction_point (unit_id);

grant select, insert, update on unit, unit_name, transaction_point to motcua_app;
