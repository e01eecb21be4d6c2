-- The transaction a row will become, known beforehand where another row of the file takes units of the lot it opens.
alter table import_row add column transaction_id uuid;
