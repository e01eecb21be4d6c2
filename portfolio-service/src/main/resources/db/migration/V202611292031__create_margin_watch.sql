-- Row-level security shows the service one organisation at a time; the monitor looks for its accounts among all of them, and each
-- is then read as its own organisation. An account that has a state stays until it was seen that it borrows no more.
create function watched_margin_accounts(after_portfolio uuid, most integer)
    returns table (of_organisation uuid, of_portfolio uuid, of_content bigint)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select p.organisation_id, p.id, coalesce(s.content, -1)
    from portfolio p left join margin_state s on s.portfolio_id = p.id
    where p.id > after_portfolio
      and (s.portfolio_id is not null or exists (select from account a where a.portfolio_id = p.id and a.kind = 'MARGIN'))
    order by p.id limit most
$$;
create index account_of_margin on account (portfolio_id) where kind = 'MARGIN';
