-- An official's account that nobody has used for 45 days is locked: its password is void until a new slip is given.
alter table account
  add column used_on date;
update account a set used_on =
  coalesce((select max(s.seen_at) from session s where s.account_id = a.id), a.created_at)::date;

alter table staffing_event
  drop constraint staffing_event_is_known,
  add constraint staffing_event_is_known check
    (what in ('opened', 'posted', 'posting-ended', 'invited', 'closed', 'factor-removed', 'locked'));
