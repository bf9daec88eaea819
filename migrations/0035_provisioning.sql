-- Officials are entered from a file. An account begins without a password: whoever holds the link of its slip sets one, once.
-- A posting that is taken away ends at that moment, not at midnight. What an administrator does is kept and never changed.
alter table account
  alter column password_hash drop not null;

alter table posting
  add column ended_at timestamptz;

create table invitation (
  token_hash bytea primary key,
  account_id uuid not null unique references account,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  constraint invitation_token_hash_is_sha256 check (length(token_hash) = 32)
);

create table staffing_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- Null: a person at the machine itself, by the command.
  by_account_id uuid references account,
  account_id uuid not null references account,
  what text not null,
  -- Words and codes of what was before and after; never a secret.
  details jsonb not null default '{}',
  constraint staffing_event_is_known check
    (what in ('opened', 'posted', 'posting-ended', 'invited', 'closed', 'factor-removed'))
);
create index staffing_event_by_account on staffing_event (account_id, id desc);

grant select, insert, delete on invitation to motcua_app;
grant select, insert on staffing_event to motcua_app;
