-- A second factor of an account: an app that shows codes (RFC 6238), and ten recovery codes for the day the telephone is lost.
-- Its secret is sealed under the master key, so that a dump of the database lets nobody in. A new secret waits beside the one
-- in force until its first code has been typed. Wrong codes are counted here, for all processes together.
create table code_app (
  account_id uuid primary key references account,
  sealed_secret bytea,
  confirmed_at timestamptz,
  -- The step of 30 seconds whose code was taken last: a code that was seen over a shoulder is worth nothing after it.
  last_step integer not null default 0,
  waiting_secret bytea,
  waiting_since timestamptz,
  failures smallint not null default 0,
  failed_at timestamptz,
  constraint code_app_in_force_has_a_secret check ((sealed_secret is null) = (confirmed_at is null)),
  constraint code_app_waiting_has_a_secret check ((waiting_secret is null) = (waiting_since is null)),
  constraint code_app_counts_failures check (failures >= 0 and (failures = 0 or failed_at is not null))
);

create table recovery_code (
  account_id uuid not null references account,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash),
  constraint recovery_code_hash_is_sha256 check (length(code_hash) = 32)
);

-- 'half': the password was right and the second factor is not proved yet; it opens nothing but the page that asks for it.
alter table session
  drop constraint session_kind_is_known,
  add constraint session_kind_is_known check (kind in ('cookie', 'token', 'half')),
  add column proved_at timestamptz;

grant select, insert, update, delete on code_app to motcua_app;
grant select, insert, delete on recovery_code to motcua_app;
grant update (used_at) on recovery_code to motcua_app;
