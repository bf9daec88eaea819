-- Papers that somebody orders, the register of a year, and the way of a result by public post. None of these rows is ever
-- changed: what comes after is a new row. No foreign keys to dossiers, as everywhere (docs/adr/0004).

-- For what a paper was ordered: a hand-over, a payment, a parcel. Ordering twice for one occasion gives one paper.
create table paper_occasion (
  dossier_id uuid not null,
  kind text not null,
  occasion text not null,
  paper_id uuid not null references paper,
  ordered_by uuid not null,
  constraint paper_is_ordered_once_per_occasion primary key (dossier_id, kind, occasion),
  constraint paper_is_ordered_for_one_occasion unique (paper_id)
);

-- A receipt of money that was taken back. The paper stays as it was issued; whoever checks it is told.
create table paper_cancellation (
  paper_id uuid primary key references paper,
  cause text not null,
  cancelled_at timestamptz not null,
  cancelled_by uuid not null,
  constraint paper_cancellation_cause_is_known check (cause in ('reversal', 'refund'))
);

-- TT 01/2018/TT-VPCP art. 10(2): a year of the register is closed and signed by the head. The lines are kept as they were,
-- in a file, since later corrections and the erasure of a person must not tell another story of a closed year.
create table register_closing (
  unit_id smallint not null references unit,
  year smallint not null,
  closed_at timestamptz not null,
  closed_by uuid not null,
  signer_name text not null,
  line_count integer not null,
  -- Over every line: documents/papers/register-closing.ts says how.
  hash bytea not null,
  lines_sha256 bytea not null,
  file_sha256 bytea not null,
  title text not null,
  template_version smallint not null,
  citation text not null,
  constraint register_is_closed_once primary key (unit_id, year),
  constraint register_is_closed_after_the_year check (year < extract(year from closed_at at time zone 'Asia/Ho_Chi_Minh')),
  constraint register_counts_its_lines check (line_count >= 0),
  constraint register_hash_is_sha256 check (length(hash) = 32 and length(lines_sha256) = 32 and length(file_sha256) = 32)
);
create index register_closing_by_file on register_closing (file_sha256);
create index register_closing_by_lines on register_closing (lines_sha256);

-- Each accepted dossier takes the next line of its unit and year, from 01 without a gap. It is given by the database, so
-- that no way of accepting can leave it out, and after closing the numbers of the year take no more.
create table register_line (
  dossier_id uuid primary key,
  unit_id smallint not null references unit,
  year smallint not null,
  no integer not null,
  constraint register_line_is_given_once unique (unit_id, year, no),
  constraint register_line_counts_from_one check (no > 0)
);
create table register_counter (
  unit_id smallint not null references unit,
  year smallint not null,
  last integer not null,
  constraint register_counts_per_unit_and_year primary key (unit_id, year)
);

create function enter_register() returns trigger language plpgsql as $$
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
end $$;
create trigger dossier_enters_the_register after update of accepted_at on dossier
  for each row when (old.accepted_at is null and new.accepted_at is not null) execute function enter_register();
create trigger dossier_is_born_into_the_register after insert on dossier
  for each row when (new.accepted_at is not null) execute function enter_register();

insert into register_line (dossier_id, unit_id, year, no)
  select id, receiving_unit_id, year, row_number() over (partition by receiving_unit_id, year order by accepted_at, id)
  from (select id, receiving_unit_id, accepted_at, extract(year from accepted_at at time zone 'Asia/Ho_Chi_Minh')::smallint as year
        from dossier where accepted_at is not null) d;
insert into register_counter (unit_id, year, last) select unit_id, year, max(no) from register_line group by unit_id, year;

create trigger register_line_is_never_rewritten before update or delete or truncate on register_line
  for each statement execute function refuse_rewriting();
grant select, insert on register_line to motcua_app;
grant select, insert, update on register_counter to motcua_app;

-- QĐ 45/2016/QĐ-TTg arts 8-10: a result that goes home by public post.
create table parcel (
  id uuid primary key,
  dossier_id uuid not null,
  unit_id smallint not null references unit,
  tracking_number text not null,
  prepared_at timestamptz not null,
  prepared_by uuid not null,
  constraint parcel_number_is_used_once unique (tracking_number),
  constraint parcel_number_is_plain check (tracking_number ~ '^[0-9A-Z]{8,20}$')
);
create index parcel_by_dossier on parcel (dossier_id, prepared_at);
create index parcel_by_unit on parcel (unit_id, prepared_at);

create table parcel_event (
  parcel_id uuid not null references parcel,
  state text not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  -- Why it came back.
  cause text,
  constraint parcel_reaches_a_state_once primary key (parcel_id, state),
  constraint parcel_state_is_known check (state in ('handedOver', 'delivered', 'cameBack')),
  constraint parcel_comes_back_for_a_cause check ((state = 'cameBack') = (cause is not null)),
  constraint parcel_cause_is_known check (cause in ('notMet', 'wrongAddress', 'declined', 'damaged'))
);
create unique index parcel_arrives_or_comes_back on parcel_event (parcel_id) where state in ('delivered', 'cameBack');

-- Phiếu bàn giao kết quả: from the one-stop unit to the post, or from a competent agency to the one-stop unit.
create table hand_over_list (
  id uuid primary key,
  kind text not null,
  unit_id smallint not null references unit,
  -- Who gave the results to the one-stop unit; null when it is the unit that gives them to the post.
  from_unit_id smallint references unit,
  series text not null,
  series_year smallint not null,
  number integer not null,
  number_text text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  giver_name text not null,
  receiver_name text not null,
  item_count smallint not null,
  file_sha256 bytea not null,
  template_version smallint not null,
  citation text not null,
  constraint hand_over_list_kind_is_known check (kind in ('post', 'desk')),
  constraint hand_over_list_names_who_gave check ((kind = 'desk') = (from_unit_id is not null)),
  constraint hand_over_list_number_is_given_once unique (unit_id, series, series_year, number),
  constraint hand_over_list_is_not_empty check (item_count between 1 and 500),
  constraint hand_over_list_hash_is_sha256 check (length(file_sha256) = 32)
);
create index hand_over_list_by_unit on hand_over_list (unit_id, made_at);
create index hand_over_list_by_file on hand_over_list (file_sha256);

create table hand_over_item (
  list_id uuid not null references hand_over_list,
  place smallint not null,
  dossier_id uuid not null,
  parcel_id uuid references parcel,
  constraint hand_over_item_has_a_place primary key (list_id, place),
  constraint parcel_is_handed_over_once unique (parcel_id)
);
create unique index result_comes_to_the_desk_on_one_list on hand_over_item (dossier_id) where parcel_id is null;

create trigger paper_occasion_is_never_rewritten before update or delete or truncate on paper_occasion
  for each statement execute function refuse_rewriting();
create trigger paper_cancellation_is_never_rewritten before update or delete or truncate on paper_cancellation
  for each statement execute function refuse_rewriting();
create trigger register_closing_is_never_rewritten before update or delete or truncate on register_closing
  for each statement execute function refuse_rewriting();
create trigger parcel_is_never_rewritten before update or delete or truncate on parcel
  for each statement execute function refuse_rewriting();
create trigger parcel_event_is_never_rewritten before update or delete or truncate on parcel_event
  for each statement execute function refuse_rewriting();
create trigger hand_over_list_is_never_rewritten before update or delete or truncate on hand_over_list
  for each statement execute function refuse_rewriting();
create trigger hand_over_item_is_never_rewritten before update or delete or truncate on hand_over_item
  for each statement execute function refuse_rewriting();

grant select, insert on paper_occasion, paper_cancellation, register_closing, parcel, parcel_event, hand_over_list, hand_over_item
  to motcua_app;
