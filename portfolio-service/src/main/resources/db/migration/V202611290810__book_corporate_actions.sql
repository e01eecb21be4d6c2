-- Corporate actions as bookings: spin-off, merger, stock dividend, return of capital, reinvested dividend; and the lots a
-- sale was told to take. The place within the day is TransactionType.dayOrder: a corporate action, then what brings in,
-- then what takes out.
alter table ledger_transaction drop column day_order;
alter table ledger_transaction alter column type type varchar(20);
alter table ledger_transaction add column day_order smallint generated always as
    (case when type in ('SPLIT', 'STOCK_DIVIDEND', 'SPIN_OFF', 'MERGER', 'RETURN_OF_CAPITAL') then 0
          when type in ('SELL', 'TRANSFER_OUT', 'WITHDRAWAL') then 2 else 1 end) stored;
create index ledger_transaction_replay on ledger_transaction (portfolio_id, trade_date, day_order, sequence);
alter table ledger_transaction add column new_symbol varchar(32);
alter table ledger_transaction add column basis_fraction numeric(28, 10);
alter table ledger_transaction add column cash_in_lieu numeric(28, 10);
-- lot=units, by blanks; a lot is the id of the transaction that opened it
alter table ledger_transaction add column chosen_lots text;

alter table import_row drop column day_order;
alter table import_row alter column type type varchar(20);
alter table import_row add column day_order smallint generated always as
    (case when type in ('SPLIT', 'STOCK_DIVIDEND', 'SPIN_OFF', 'MERGER', 'RETURN_OF_CAPITAL') then 0
          when type in ('SELL', 'TRANSFER_OUT', 'WITHDRAWAL') then 2 else 1 end) stored;
alter table import_row add column new_symbol varchar(32);
alter table import_row add column basis_fraction numeric(28, 10);
alter table import_row add column cash_in_lieu numeric(28, 10);
alter table import_row add column chosen_lots text;
