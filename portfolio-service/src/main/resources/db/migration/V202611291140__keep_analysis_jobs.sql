-- What a worker was told, word for word, so that the same can be computed again. The outbox forgets it after a day.
create table analysis_job (
    analysis_id     uuid primary key,
    organisation_id uuid not null,
    message         text not null,
    foreign key (organisation_id, analysis_id) references analysis (organisation_id, id) on delete cascade
);
alter table analysis_job enable row level security;
alter table analysis_job force row level security;
create policy own_organisation on analysis_job
    using (organisation_id = current_organisation())
    with check (organisation_id = current_organisation());

-- The analysis whose result this one computes again.
alter table analysis add column recomputes uuid;
