-- Dossiers being prepared. A draft carries the id the dossier will have, so that sending it twice gives one dossier (I2).
-- What people typed, right or wrong, is sealed as a dossier is; the key goes with the row, and the row goes when the
-- draft is sent, thrown away or forgotten: nobody who changed their mind stays on record.

create table draft (
  id uuid primary key,
  procedure_version_id integer not null references procedure_version,
  -- Of whom it is. Somebody without an account holds a link instead, of which only the hash is kept.
  account_id uuid references account,
  resume_secret_hash bytea,
  wrapped_key bytea not null,
  sealed bytea not null,
  -- The files added so far, named here so that they are not swept as forgotten.
  upload_ids uuid[] not null default '{}',
  created_at timestamptz not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  constraint draft_belongs_to_an_account_or_to_the_holder_of_a_link
    check ((account_id is null) <> (resume_secret_hash is null)),
  constraint draft_secret_hash_is_sha256 check (length(resume_secret_hash) = 32),
  constraint draft_holds_few_files check (cardinality(upload_ids) <= 200),
  constraint draft_is_not_endless check (length(sealed) <= 2000000),
  constraint draft_expires_after_it_is_saved check (expires_at > saved_at)
);
create index draft_of_account on draft (account_id, saved_at desc) where account_id is not null;
create index draft_by_expiry on draft (expires_at);
create index draft_by_upload on draft using gin (upload_ids);

grant select, insert, update, delete on draft to motcua_app;
