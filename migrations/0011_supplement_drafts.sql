-- What an applicant corrects when the city asks for a supplement is prepared like a dossier: page by page, saved by itself.
-- Such a draft hangs on a dossier that was sent; there is one at most, and it goes with the answer to the request.

alter table draft
  -- The dossier that is being supplemented; null for one that was not sent yet. No foreign key, see 0006.
  add column dossier_id uuid,
  add constraint draft_of_a_sent_dossier_belongs_to_an_account check (dossier_id is null or account_id is not null);
create unique index draft_is_one_per_sent_dossier on draft (dossier_id) where dossier_id is not null;
