-- What the user decided about a corporate action the market told of: dismissed, or confirmed by a transaction, with which
-- the decision goes.
alter table ledger_transaction add unique (organisation_id, id);
create table corporate_action_decision (
    organisation_id uuid        not null,
    portfolio_id    uuid        not null,
    action_id       uuid        not null,
    transaction_id  uuid,
    decided_at      timestamptz not null default now(),
    primary key (portfolio_id, action_id),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade,
    foreign key (organisation_id, transaction_id) references ledger_transaction (organisation_id, id) on delete cascade
);
create index corporate_action_decision_by_transaction on corporate_action_decision (organisation_id, transaction_id)
    where transaction_id is not null;
alter table corporate_action_decision enable row level security;
alter table corporate_action_decision force row level security;
create policy own_organisation on corporate_action_decision
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
