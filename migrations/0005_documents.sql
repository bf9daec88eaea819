-- What people hand in and what the city issues. The bytes lie outside the database, sealed, under the hash of their
-- content; a row follows its file and never the other way round (I8). An issued paper is fixed for good: a correction is
-- a new paper that names the one it replaces.

create table upload (
  id uuid primary key,
  -- Of the plain content; also the name of the file.
  sha256 bytea not null,
  size integer not null,
  media_type text not null,
  -- The name the person's device gave it, sealed, since such names hold names and ID numbers.
  sealed_name bytea,
  -- Who sent it. Null: somebody without an account, whose browser holds the key to it.
  account_id uuid references account,
  session_hash bytea,
  created_at timestamptz not null,
  constraint upload_hash_is_sha256 check (length(sha256) = 32),
  constraint upload_is_not_empty check (size > 0),
  constraint upload_kind_is_accepted check (media_type in
    ('application/pdf', 'image/jpeg', 'image/png', 'image/heic',
     'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
     'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')),
  constraint upload_has_a_sender check (account_id is not null or session_hash is not null)
);
create index upload_by_file on upload (sha256);
create index upload_by_age on upload (created_at);

create table paper (
  id uuid primary key,
  dossier_id uuid not null,
  kind text not null,
  -- The unit whose number series it stands in and in whose name it is issued.
  unit_id smallint not null references unit,
  series text not null,
  series_year smallint not null,
  number integer not null,
  -- As printed: 12/PTNHS, 105/QĐ-UBND.
  number_text text not null,
  -- What it is, never whose it is: this is shown to anybody who checks the paper.
  title text not null,
  file_sha256 bytea not null,
  file_size integer not null,
  issued_at timestamptz not null,
  template text not null,
  template_version smallint not null,
  citation text not null,
  -- Who signed, as the certificates say; empty for a paper that is not signed.
  signers jsonb not null,
  valid_until date,
  replaces uuid references paper,
  replaces_reason text,
  constraint paper_kind_is_known check (kind in
    ('receipt', 'supplementRequest', 'refusal', 'apology', 'stopNotice', 'controlSlip', 'result')),
  constraint paper_number_is_given_once unique (unit_id, series, series_year, number),
  constraint paper_number_counts_from_one check (number > 0),
  constraint paper_file_hash_is_sha256 check (length(file_sha256) = 32),
  constraint paper_is_replaced_once unique (replaces),
  constraint paper_replaces_for_a_reason check ((replaces is null) = (replaces_reason is null))
);
create index paper_by_dossier on paper (dossier_id, issued_at);
create index paper_by_file on paper (file_sha256);

create function refuse_to_change_a_paper() returns trigger language plpgsql as $$
begin
  raise exception 'an issued paper is never changed: % on %', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger paper_is_never_changed before update or delete or truncate on paper
  for each statement execute function refuse_to_change_a_paper();

-- The last number given in a series (TT 01/2018 art. 10(2): continuous from 01 within a year). The row stays locked until
-- the paper is written, so a number is neither left out nor given twice.
create table paper_number (
  unit_id smallint not null references unit,
  series text not null,
  year smallint not null,
  last integer not null,
  constraint paper_number_is_counted_per_series_and_year primary key (unit_id, series, year),
  constraint paper_number_starts_at_one check (last > 0)
);

grant select, insert, delete on upload to motcua_app;
grant select, insert on paper to motcua_app;
grant select, insert, update on paper_number to motcua_app;
