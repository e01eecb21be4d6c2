-- What is watched, what happened, whom it is told and how that went. Rules, alerts and webhooks are an organisation's; settings are a
-- person's within it.
create table alert_rule (
    id              uuid primary key default uuidv7(),
    organisation_id uuid         not null references organisation (id) on delete cascade,
    portfolio_id    uuid,
    -- whose settings say where its alerts go: who saved it last
    saved_by        uuid         not null,
    name            varchar(120) not null,
    kind            varchar(20)  not null
        check (kind in ('PRICE', 'PERCENT_MOVE', 'DRAWDOWN', 'VALUE_AT_RISK', 'DRIFT', 'MARGIN_DISTANCE', 'STALE_DATA')),
    symbol          varchar(40),
    terms           text         not null,
    urgent          boolean      not null,
    enabled         boolean      not null,
    -- changed by compare-and-set, together with the alert it raises
    state           varchar(10)  not null default 'ARMED' check (state in ('ARMED', 'TRIGGERED')),
    -- of the price that changed it: an older one changes nothing any more
    state_as_of     timestamptz,
    last_value      numeric,
    firings         bigint       not null default 0,
    problem         varchar(300),
    version         bigint       not null default 0,
    created_at      timestamptz  not null default now(),
    updated_at      timestamptz  not null default now(),
    check (symbol is not null or portfolio_id is not null),
    unique (organisation_id, id),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade
);
create index alert_rule_by_age on alert_rule (organisation_id, created_at, id);
create index alert_rule_by_portfolio on alert_rule (organisation_id, portfolio_id);
create index alert_rule_by_change on alert_rule (updated_at, id);

create table alert (
    id              uuid primary key default uuidv7(),
    organisation_id uuid         not null references organisation (id) on delete cascade,
    rule_id         uuid,
    -- which crossing of the rule: the second lock behind the compare-and-set
    firing          bigint,
    portfolio_id    uuid,
    kind            varchar(20)  not null,
    symbol          varchar(40),
    title           varchar(200) not null,
    message         varchar(1000) not null,
    urgent          boolean      not null,
    value           numeric,
    threshold       numeric,
    observed_at     timestamptz  not null,
    raised_at       timestamptz  not null default now(),
    read_at         timestamptz,
    check ((rule_id is null) = (firing is null)),
    unique (organisation_id, id),
    unique (rule_id, firing)
);
create index alert_newest on alert (organisation_id, raised_at desc, id desc);
create index alert_unread on alert (organisation_id, raised_at desc, id desc) where read_at is null;
create index alert_by_portfolio on alert (organisation_id, portfolio_id, raised_at desc, id desc) where portfolio_id is not null;
create index alert_by_time on alert (raised_at);

create table alert_channel (
    organisation_id  uuid        not null references organisation (id) on delete cascade,
    user_id          uuid        not null references app_user (id) on delete cascade,
    email_enabled    boolean     not null default false,
    -- another address than the account's own, once its owner has answered
    email            varchar(254),
    pending_email    varchar(254),
    code_hash        varchar(64),
    code_until       timestamptz,
    code_tries       integer     not null default 0,
    code_sent_at     timestamptz,
    quiet_from       time,
    quiet_to         time,
    quiet_zone       varchar(64),
    urgent_passes    boolean     not null default true,
    version          bigint      not null default 0,
    primary key (organisation_id, user_id),
    check ((quiet_from is null) = (quiet_to is null)),
    check ((quiet_from is null) = (quiet_zone is null)),
    check ((pending_email is null) = (code_hash is null)),
    check ((pending_email is null) = (code_until is null))
);

create table alert_webhook (
    id                    uuid primary key,
    organisation_id       uuid         not null references organisation (id) on delete cascade,
    url                   varchar(2000) not null,
    description           varchar(120),
    -- encrypted, bound to the id
    secret                varchar(500) not null,
    former_secret         varchar(500),
    former_secret_until   timestamptz,
    observes_quiet_hours  boolean      not null,
    enabled               boolean      not null,
    disabled_because      varchar(500),
    failures_in_a_row     integer      not null default 0,
    version               bigint       not null default 0,
    created_at            timestamptz  not null default now(),
    unique (organisation_id, id),
    check ((former_secret is null) = (former_secret_until is null))
);
create index alert_webhook_by_age on alert_webhook (organisation_id, created_at, id);

create table alert_delivery (
    id              uuid primary key default uuidv7(),
    organisation_id uuid        not null references organisation (id) on delete cascade,
    -- absent of a test
    alert_id        uuid,
    user_id         uuid,
    webhook_id      uuid,
    channel         varchar(10) not null check (channel in ('IN_APP', 'EMAIL', 'WEBHOOK')),
    status          varchar(10) not null check (status in ('PENDING', 'DELIVERED', 'FAILED', 'CANCELLED')),
    -- held back by quiet hours, to go out with others
    deferred        boolean     not null default false,
    attempts        integer     not null default 0,
    -- how many attempts there may be
    budget          integer     not null,
    due_at          timestamptz not null,
    -- whose turn it is until then; afterwards somebody else's
    leased_until    timestamptz,
    last_error      varchar(500),
    delivered_at    timestamptz,
    created_at      timestamptz not null default now(),
    foreign key (organisation_id, alert_id) references alert (organisation_id, id) on delete cascade,
    foreign key (organisation_id, webhook_id) references alert_webhook (organisation_id, id) on delete cascade,
    check ((channel = 'WEBHOOK') = (webhook_id is not null)),
    unique (organisation_id, id)
);
create index alert_delivery_of_alert on alert_delivery (organisation_id, alert_id);
create index alert_delivery_of_webhook on alert_delivery (organisation_id, webhook_id, created_at desc, id desc)
    where webhook_id is not null;
create index alert_delivery_due on alert_delivery (due_at, id) where status = 'PENDING';

create table alert_delivery_attempt (
    organisation_id uuid        not null references organisation (id) on delete cascade,
    delivery_id     uuid        not null,
    number          integer     not null,
    at              timestamptz not null,
    outcome         varchar(10) not null check (outcome in ('DELIVERED', 'FAILED')),
    status_code     integer,
    error           varchar(500),
    millis          integer     not null,
    primary key (delivery_id, number),
    foreign key (organisation_id, delivery_id) references alert_delivery (organisation_id, id) on delete cascade
);

do $$
declare
    one text;
begin
    foreach one in array array['alert_rule', 'alert', 'alert_channel', 'alert_webhook', 'alert_delivery', 'alert_delivery_attempt']
    loop
        execute format('alter table %I enable row level security', one);
        execute format('alter table %I force row level security', one);
        execute format('create policy own_organisation on %I using (organisation_id = current_organisation())'
            || ' with check (organisation_id = current_organisation())', one);
    end loop;
end
$$;

-- Row-level security shows the service one organisation at a time. A tick concerns the rules of all of them, and so does what is due;
-- each is then worked on as its own organisation.
create function watched_alert_rules(changed_from timestamptz, after_change timestamptz, after_id uuid, most integer)
    returns setof alert_rule
    language sql stable security definer set search_path = public, pg_temp
as $$
    select * from alert_rule
    where updated_at >= changed_from and (updated_at, id) > (after_change, after_id) order by updated_at, id limit most
$$;

create function claim_alert_deliveries(most integer, lease interval)
    returns table (delivery_id uuid, of_organisation uuid)
    language sql volatile security definer set search_path = public, pg_temp
as $$
    update alert_delivery set leased_until = now() + lease
    where id in (
        select id from alert_delivery
        where status = 'PENDING' and due_at <= now() and (leased_until is null or leased_until < now())
        order by due_at, id limit most for update skip locked)
    returning id, organisation_id
$$;

create function purge_alerts(raised_before timestamptz, most integer)
    returns integer
    language sql volatile security definer set search_path = public, pg_temp
as $$
    with gone as (
        delete from alert where id in (select id from alert where raised_at < raised_before order by raised_at limit most)
        returning 1)
    select count(*)::integer from gone
$$;
