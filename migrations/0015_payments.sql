-- What is owed for a dossier, what was paid and what was given back. Every row is something that happened: none is changed
-- or deleted, a correction is a new row that names the one it corrects. What a dossier owes now is computed from these and
-- from the fees of its pinned procedure version, and stands apart from how far the dossier is (one-stop-rules §12).
--
-- Amounts are whole đồng of at most thirteen digits, which is what a VietQR code can carry. Reasons and names may tell of
-- poverty or illness, so they are sealed under the dossier's key. As with other tables that hang on a dossier there is no
-- foreign key to it (docs/adr/0004); `motcua verify` checks those links.

create table charge (
  -- Made by the client before its first try, as of every row here: a repeat finds the same row.
  id uuid primary key,
  -- The order in which rows were written, also within one instant.
  number bigint not null generated always as identity,
  dossier_id uuid not null,
  -- Place among the fees of the pinned procedure version. Null: added by an official on a legal basis.
  fee_index smallint,
  -- Phí, lệ phí, or another financial obligation (nghĩa vụ tài chính).
  kind text not null,
  name text not null,
  legal_basis text,
  unit_amount bigint not null,
  quantity integer not null,
  gross bigint not null generated always as (unit_amount * quantity) stored,
  -- Miễn, giảm: what is taken off, at once or once a leader has approved it.
  relief text,
  relief_amount bigint not null default 0,
  relief_needs_approval boolean not null default false,
  -- Before the work begins, or when the result is fetched.
  timing text not null,
  is_withdrawn boolean not null default false,
  replaces uuid references charge,
  set_by uuid not null,
  unit_id smallint not null references unit,
  set_at timestamptz not null,
  sealed bytea,
  constraint charge_kind_is_known check (kind in ('fee', 'charge', 'obligation')),
  constraint charge_has_a_name check (name <> '' and length(name) <= 300),
  constraint charge_has_one_ground check ((fee_index is null) = (legal_basis is not null)),
  constraint charge_fee_index_counts_from_nought check (fee_index >= 0),
  constraint charge_is_a_sum_of_money check (unit_amount between 0 and 9999999999999 and gross <= 9999999999999),
  constraint charge_counts_at_least_one check (quantity between 1 and 10000),
  constraint charge_relief_is_known check (relief in ('exempt', 'reduced')),
  constraint charge_relief_takes_something_off check
    (case when relief is null then relief_amount = 0 and not relief_needs_approval
          when relief = 'exempt' then relief_amount = gross and gross > 0
          else relief_amount > 0 and relief_amount < gross end),
  constraint charge_timing_is_known check (timing in ('advance', 'later')),
  constraint charge_is_replaced_once unique (replaces),
  constraint charge_is_withdrawn_by_replacing_it check (not is_withdrawn or replaces is not null),
  constraint charge_says_why_it_was_changed check
    (sealed is not null or (replaces is null and relief is null and not is_withdrawn))
);
create index charge_by_dossier on charge (dossier_id, number);

create table payment (
  id uuid primary key,
  number bigint not null generated always as identity,
  dossier_id uuid not null,
  method text not null,
  amount bigint not null,
  -- When the money came; recorded_at is when an official wrote it down, and the day of the cash book it belongs to.
  paid_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  unit_id smallint not null references unit,
  -- The bank's own number of a transfer.
  reference text,
  reverses uuid,
  sealed bytea,
  constraint payment_method_is_known check (method in ('cash', 'transfer')),
  constraint payment_is_a_sum_of_money check (amount between 1 and 9999999999999),
  constraint payment_is_not_of_tomorrow check (paid_at <= recorded_at),
  constraint payment_by_transfer_has_a_reference check ((method = 'transfer') = (reference is not null)),
  constraint payment_reference_is_plain check (reference ~ '^[0-9A-Z][0-9A-Z./_-]{2,63}$'),
  constraint payment_is_reversed_once unique (reverses),
  constraint payment_is_reversed_for_a_reason check (reverses is null or sealed is not null),
  constraint payment_can_be_pointed_at unique (id, dossier_id, method, amount),
  constraint payment_is_reversed_as_a_whole foreign key (reverses, dossier_id, method, amount)
    references payment (id, dossier_id, method, amount)
);
create index payment_by_dossier on payment (dossier_id, number);
create index payment_by_unit_and_time on payment (unit_id, recorded_at);
create index payment_by_reference on payment (unit_id, reference) where reference is not null;

create table refund (
  id uuid primary key,
  number bigint not null generated always as identity,
  dossier_id uuid not null,
  method text not null,
  amount bigint not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  unit_id smallint not null references unit,
  sealed bytea not null,
  constraint refund_method_is_known check (method in ('cash', 'transfer')),
  constraint refund_is_a_sum_of_money check (amount between 1 and 9999999999999)
);
create index refund_by_dossier on refund (dossier_id, number);

-- What a leader said to a relief beyond what the version grants, or to a refund.
create table fee_approval (
  charge_id uuid references charge,
  refund_id uuid references refund,
  is_approved boolean not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  unit_id smallint not null references unit,
  sealed bytea,
  constraint fee_approval_is_of_one_thing check (num_nonnulls(charge_id, refund_id) = 1),
  constraint fee_approval_of_a_charge_is_given_once unique (charge_id),
  constraint fee_approval_of_a_refund_is_given_once unique (refund_id),
  constraint fee_approval_can_be_pointed_at unique (refund_id, is_approved),
  constraint fee_approval_is_declined_for_a_reason check (is_approved or sealed is not null)
);

-- The money given back. The key leads to an approval that says yes, so without one nothing is paid out.
create table refund_payout (
  refund_id uuid primary key,
  is_approved boolean not null default true,
  paid_at timestamptz not null,
  paid_by uuid not null,
  unit_id smallint not null references unit,
  reference text,
  constraint refund_payout_is_approved check (is_approved),
  constraint refund_payout_follows_an_approval foreign key (refund_id, is_approved)
    references fee_approval (refund_id, is_approved),
  constraint refund_payout_reference_is_plain check (reference ~ '^[0-9A-Z][0-9A-Z./_-]{2,63}$')
);
create index refund_payout_by_unit_and_time on refund_payout (unit_id, paid_at);

create trigger charge_is_never_rewritten before update or delete or truncate on charge
  for each statement execute function refuse_rewriting();
create trigger payment_is_never_rewritten before update or delete or truncate on payment
  for each statement execute function refuse_rewriting();
create trigger refund_is_never_rewritten before update or delete or truncate on refund
  for each statement execute function refuse_rewriting();
create trigger fee_approval_is_never_rewritten before update or delete or truncate on fee_approval
  for each statement execute function refuse_rewriting();
create trigger refund_payout_is_never_rewritten before update or delete or truncate on refund_payout
  for each statement execute function refuse_rewriting();

grant select, insert on charge, payment, refund, fee_approval, refund_payout to motcua_app;
