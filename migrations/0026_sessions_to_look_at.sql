-- A person sees where their account is signed in and ends what is not theirs. The number names a session on a page, where its token
-- must never stand; the device is a coarse name made from what the browser says of itself, and no address is kept.
alter table session
  add column id bigint generated always as identity,
  add column device text not null default '',
  add constraint session_id_is_unique unique (id),
  add constraint session_device_is_short check (length(device) <= 60);
