-- As before, and with each whom browsers are told of it: of a client's account, those it is granted to besides who sees every client;
-- null for everybody of the organisation. Read with the row, so that following an analysis takes no statement more.
drop function lock_analyses(uuid[], uuid[]);
create function lock_analyses(ids uuid[], organisations uuid[])
    returns table (
        id uuid, organisation_id uuid, kind varchar, portfolio_id uuid, state varchar, attempt integer, percent integer,
        eta_seconds bigint, problem jsonb, result_hash varchar, started_at timestamptz, finished_at timestamptz, granted_to uuid[])
    language sql volatile security definer set search_path = public, pg_temp
as $$
    select a.id, a.organisation_id, a.kind, a.portfolio_id, a.state, a.attempt, a.percent, a.eta_seconds, a.problem,
        a.result_hash, a.started_at, a.finished_at,
        case when p.of_client or f.portfolio_id is not null then array(
            select g.user_id from portfolio_grant g
            where g.organisation_id = a.organisation_id and g.portfolio_id = a.portfolio_id order by g.user_id) end
    from analysis a
    left join portfolio p on p.organisation_id = a.organisation_id and p.id = a.portfolio_id
    left join former_client_portfolio f on f.organisation_id = a.organisation_id and f.portfolio_id = a.portfolio_id
    where (a.id, a.organisation_id) in (select * from unnest(ids, organisations)) order by a.id for update of a
$$;
