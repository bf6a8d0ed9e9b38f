-- What people keep to steer contracts by: meetings, actions, objectives, risks, ideas, disputes, gain-shares, comments.
-- A change is a new version and nothing is written over, so what was recorded by a day can be read again.
create table governance_record (
    tenant_id       uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    seq             bigint generated always as identity,
    record_id       uuid not null,
    version         int not null check (version > 0),
    kind            text not null,
    counterparty_id uuid,
    content         jsonb not null,
    withdrawn       boolean not null,
    recorded_by     text not null check (recorded_by <> ''),
    recorded_at     timestamptz not null default now(),
    primary key (tenant_id, record_id, version),
    foreign key (tenant_id, counterparty_id) references counterparty (tenant_id, id) on delete cascade
);
comment on column governance_record.withdrawn is 'it was recorded by mistake; content is that of the version before';
create index governance_record_kind on governance_record (tenant_id, kind, seq);

alter table governance_record enable row level security;
create policy own_tenant on governance_record using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert on governance_record to recital_app;
