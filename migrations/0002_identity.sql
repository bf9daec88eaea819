-- Who is known to the program: citizens, businesses and officials, what officials may do and until when, and sessions.
-- Only hashes of secrets are kept. A posting ends by its date and takes effect at once.

create table account (
  id uuid primary key,
  login text not null,
  kind text not null,
  display_name text not null,
  password_hash text not null,
  is_demo boolean not null default false,
  created_at timestamptz not null,
  closed_at timestamptz,
  -- Notices are the events of one's own dossiers; this is how far their reader has come.
  inbox_read_at timestamptz,
  constraint account_login_is_taken_once unique (login),
  constraint account_login_is_lower_case check (login = lower(login)),
  constraint account_kind_is_known check (kind in ('citizen', 'business', 'official')),
  constraint account_has_a_name check (display_name <> '')
);

create table posting (
  id integer generated always as identity primary key,
  account_id uuid not null references account,
  unit_id smallint not null references unit,
  role text not null,
  valid_from date not null,
  valid_to date,
  constraint posting_role_is_known check (role in
    ('reception', 'specialist', 'head_of_office', 'leader', 'clerk', 'return', 'director', 'inspector', 'quality', 'admin')),
  constraint posting_ends_after_it_starts check (valid_to is null or valid_to >= valid_from),
  constraint posting_is_given_once unique (account_id, unit_id, role, valid_from)
);

create table session (
  token_hash bytea primary key,
  account_id uuid not null references account,
  kind text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint session_kind_is_known check (kind in ('cookie', 'token')),
  constraint session_token_hash_is_sha256 check (length(token_hash) = 32)
);
create index session_by_account on session (account_id) where ended_at is null;

-- Failed sign-ins of one login, so that guessing gains nothing. Kept in the database since several web processes share it.
create table sign_in_failure (
  login_hash bytea primary key,
  failures smallint not null,
  last_at timestamptz not null,
  constraint sign_in_failure_counts_up check (failures > 0)
);

grant select, insert, update on account to motcua_app;
grant select, insert, update on posting to motcua_app;
grant select, insert, update, delete on session to motcua_app;
grant select, insert, update, delete on sign_in_failure to motcua_app;
