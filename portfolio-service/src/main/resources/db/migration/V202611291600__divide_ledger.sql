-- A ledger is played by its parts: the securities that a spin-off or a merger ties to each other. What a part is made of, and
-- whether it changed, is told from the index alone.
create index ledger_transaction_part on ledger_transaction (organisation_id, portfolio_id, symbol, new_symbol) include (sequence, version);
create index ledger_transaction_tie on ledger_transaction (organisation_id, portfolio_id) where new_symbol is not null;
