-- What people are told outside the program: by e-mail, text message and Zalo. The inbox of an account needs nothing here,
-- its notices are the events themselves (docs/adr/0002). A listener of its own turns events into the rows of `notice`, each
-- once per event, channel and recipient; a row holds no address: where it goes is read again, sealed, when it is sent.

create table notice (
  id bigint generated always as identity primary key,
  -- What is told: an event of a dossier, or an official's work of a day.
  dossier_id uuid,
  event_number smallint,
  day date,
  told text not null,
  -- Whose choice it goes by; null when it goes to the contact written in the dossier.
  account_id uuid references account,
  channel text not null,
  -- Blind index of the address: tells equal recipients, and not who they are.
  recipient bytea not null,
  language text not null,
  state text not null default 'queued',
  attempts smallint not null default 0,
  queued_at timestamptz not null,
  -- Not before; while it is being sent, when it may be taken up again by whoever finds it.
  due_at timestamptz not null,
  -- By this the provider and whoever keeps the message know it again.
  key uuid not null default gen_random_uuid(),
  reference text,
  -- The last thing that went wrong, as a code.
  fault text,
  sent_at timestamptz,
  reported_at timestamptz,
  constraint notice_tells_an_event_once unique (dossier_id, event_number, channel, recipient),
  constraint notice_tells_a_day_once unique (account_id, day, told),
  constraint notice_key_is_its_own unique (key),
  constraint notice_tells_an_event_or_a_day check
    ((dossier_id is null) = (event_number is null) and (dossier_id is null) = (day is not null)),
  constraint notice_of_a_day_is_for_an_account check (day is null or account_id is not null),
  constraint notice_channel_is_known check (channel in ('email', 'sms', 'zalo')),
  constraint notice_language_is_known check (language in ('vi', 'en')),
  constraint notice_recipient_is_a_blind_index check (length(recipient) = 16),
  constraint notice_state_is_known check (state in ('queued', 'sending', 'sent', 'delivered', 'failed', 'givenUp')),
  constraint notice_was_sent_once_it_is check (state not in ('sent', 'delivered') or sent_at is not null)
);
-- What waits, by channel in the order of time; the rest of the table is history.
create index notice_to_send on notice (channel, due_at, id) where state in ('queued', 'sending');
create index notice_by_time on notice (queued_at, id);
create index notice_by_reference on notice (channel, reference) where reference is not null;

-- How far the listener has come in the order of events (docs/adr/0003). What happened before this table was there is not told.
create table notice_place (
  is_the_one boolean primary key default true,
  era smallint not null,
  tx xid8 not null,
  dossier_id uuid not null,
  number smallint not null,
  constraint notice_place_is_one check (is_the_one)
);
insert into notice_place (era, tx, dossier_id, number)
  select era, tx, dossier_id, number from dossier_event where tx < pg_snapshot_xmin(pg_current_snapshot())
  order by era desc, tx desc, dossier_id desc, number desc limit 1;
insert into notice_place (era, tx, dossier_id, number) values (0, '0', '00000000-0000-0000-0000-000000000000', 0)
  on conflict do nothing;

-- Which channels an account chose, and where they lead. Nothing is here beforehand.
create table notice_choice (
  account_id uuid not null references account,
  channel text not null,
  sealed_address bytea not null,
  recipient bytea not null,
  language text not null,
  chosen_at timestamptz not null,
  constraint notice_choice_is_one_per_channel primary key (account_id, channel),
  constraint notice_choice_channel_is_known check (channel in ('email', 'sms', 'zalo', 'digest')),
  constraint notice_choice_language_is_known check (language in ('vi', 'en')),
  constraint notice_choice_recipient_is_a_blind_index check (length(recipient) = 16)
);

-- Each yes and each no, with the wording it was given to. Never rewritten.
create table notice_consent (
  id bigint generated always as identity primary key,
  account_id uuid not null references account,
  channel text not null,
  given boolean not null,
  wording text not null,
  language text not null,
  at timestamptz not null
);
create index notice_consent_by_account on notice_consent (account_id, channel, at);
create trigger notice_consent_is_never_rewritten before update or delete or truncate on notice_consent
  for each statement execute function refuse_rewriting();

-- Who was told of a dossier by the contact written in it and wants no more.
create table notice_stop (
  dossier_id uuid not null,
  recipient bytea not null,
  at timestamptz not null,
  constraint notice_stop_is_said_once primary key (dossier_id, recipient)
);

-- What a provider gives us to keep and change, sealed: Zalo's tokens.
create table notice_secret (
  name text primary key,
  sealed bytea not null
);

grant select, insert, update, delete on notice, notice_choice, notice_secret to motcua_app;
grant select, update on notice_place to motcua_app;
grant select, insert on notice_consent, notice_stop to motcua_app;
