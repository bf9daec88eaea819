-- People and businesses open accounts of their own: a telephone or an e-mail address that was proved by a code is what they
-- sign in with. It is kept sealed, and found by a blind index. A request waits a quarter of an hour for its code; what was
-- typed waits with it, sealed too, and nobody can tell from the outside whether the address was known.
create table account_contact (
  account_id uuid not null references account,
  channel text not null,
  recipient bytea not null,
  sealed_address bytea not null,
  confirmed_at timestamptz not null,
  primary key (account_id, channel),
  constraint account_contact_is_of_one_account unique (recipient),
  constraint account_contact_channel_is_known check (channel in ('email', 'sms')),
  constraint account_contact_recipient_is_a_blind_index check (length(recipient) = 16)
);

create table code_request (
  token_hash bytea primary key,
  purpose text not null,
  recipient bytea not null,
  -- Sealed: the address, and of a new account its kind and name.
  sealed bytea not null,
  -- Null: no code was sent that could fit.
  code_hash bytea,
  failures smallint not null default 0,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  constraint code_request_purpose_is_known check (purpose in ('open', 'recover')),
  constraint code_request_hashes_are_sha256 check (length(token_hash) = 32 and length(code_hash) = 32)
);
create index code_request_by_recipient on code_request (recipient, made_at);

grant select, insert, update, delete on account_contact to motcua_app;
grant select, insert, update, delete on code_request to motcua_app;
