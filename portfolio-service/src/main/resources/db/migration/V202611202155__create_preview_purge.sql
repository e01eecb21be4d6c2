-- Row-level security shows the service one organisation at a time; what nobody committed is forgotten for all of them.
create function purge_import_previews(before timestamptz) returns bigint
    language sql security definer set search_path = public, pg_temp
as $$
    with gone as (delete from portfolio_import where state = 'PREVIEW' and created_at < before returning 1)
    select count(*) from gone
$$;
create index portfolio_import_previews on portfolio_import (created_at) where state = 'PREVIEW';
