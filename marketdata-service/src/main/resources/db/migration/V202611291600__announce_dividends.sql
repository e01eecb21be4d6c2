-- When a dividend is paid and when it was announced, as far as its source says; an announced one may lie in the future.
alter table instrument_dividend add column pay_day date check (pay_day >= day);
alter table instrument_dividend add column announced_day date check (announced_day <= day);
