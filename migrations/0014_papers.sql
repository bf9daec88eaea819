-- More papers of a dossier are kept as rows, and what each template said under each of its versions is kept for good: a
-- paper names the version it was set by, so nobody may change the words behind a number that papers were issued under.

alter table paper drop constraint paper_kind_is_known;
alter table paper add constraint paper_kind_is_known check (kind in
  ('receipt', 'supplementRequest', 'refusal', 'apology', 'stopNotice', 'controlSlip', 'result',
   'consultRequest', 'transferSlip', 'feeReceipt', 'parcelSlip', 'resultReceipt'));

create table paper_template (
  key text not null,
  version smallint not null,
  -- Of the content without the accidents of its layout: compared at each start.
  sha256 bytea not null,
  content text not null,
  recorded_at timestamptz not null,
  constraint paper_template_has_one_meaning_per_version primary key (key, version),
  constraint paper_template_version_counts_from_one check (version > 0),
  constraint paper_template_hash_is_sha256 check (length(sha256) = 32)
);

create function refuse_to_change_a_template() returns trigger language plpgsql as $$
begin
  raise exception 'a template in use is never changed: % on %', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger paper_template_is_never_changed before update or delete or truncate on paper_template
  for each statement execute function refuse_to_change_a_template();

grant select, insert on paper_template to motcua_app;
