-- What became of a stated finding when a document that it quotes got a new version: it goes on as another finding, with the
-- places of its words in the new version, or has to be stated again. One that is not here stands where it was stated.
create table carried_finding (
    tenant_id      uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    finding_id     uuid not null,
    document_id    uuid not null,
    carried_id     uuid,
    clause_changed boolean not null default false,
    lost           jsonb,
    reason         text,
    changed_at     timestamptz not null default now(),
    primary key (tenant_id, finding_id),
    foreign key (tenant_id, finding_id) references finding (tenant_id, id) on delete cascade,
    foreign key (tenant_id, carried_id) references finding (tenant_id, id) on delete cascade,
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade,
    check (carried_id <> finding_id),
    check (carried_id is not null or lost is not null),
    check ((lost is null) = (reason is null))
);
comment on column carried_finding.document_id is 'the version in which its words were looked for last';
comment on column carried_finding.carried_id is 'as what it goes on; null as long as it has to be stated again';
comment on column carried_finding.lost is 'the quote that no longer stands there as it did, even when it was stated again since';
create index carried_finding_as on carried_finding (tenant_id, carried_id);
create index carried_finding_lost on carried_finding (tenant_id, document_id) where carried_id is null;
create index extraction_run_stated on extraction_run (tenant_id, document_id) where stage = 'stated';

alter table carried_finding enable row level security;
create policy own_tenant on carried_finding using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert, update on carried_finding to recital_app;

-- What was stated of versions that have been replaced since: nobody took it over then.
insert into carried_finding (tenant_id, finding_id, document_id, lost, reason)
select f.tenant_id, f.id, c.document_id, f.citations -> 0, 'was stated of an earlier version'
from finding f
join extraction_run x on x.tenant_id = f.tenant_id and x.id = f.run_id and x.stage = 'stated'
join contract c on c.tenant_id = f.tenant_id and c.id = f.contract_id and c.document_id <> f.document_id
where not exists (
    select from finding again
    join extraction_run y on y.tenant_id = again.tenant_id and y.id = again.run_id and y.stage = 'stated'
    where again.tenant_id = f.tenant_id and again.document_id = c.document_id and again.content = f.content);
