-- Progress of ingestion as its user sees it; what runs when is db-scheduler's business.
create table job (
    tenant_id   uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    id          uuid not null,
    seq         bigint generated always as identity,
    state       text not null,
    notes       text[] not null default '{}',
    created_at  timestamptz not null default now(),
    started_at  timestamptz,
    finished_at timestamptz,
    primary key (tenant_id, id)
);
create index job_seq on job (tenant_id, seq);

create table job_item (
    tenant_id    uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    id           uuid not null,
    job_id       uuid not null,
    ordinal      int not null,
    parent_id    uuid,
    member       int,
    file         text not null,
    container    text,
    sha256       text not null,
    replaces     uuid,
    role         text not null,
    external_ids jsonb not null default '{}',
    metadata     jsonb not null default '{}',
    state        text not null,
    reason       text,
    attempts     int not null default 0,
    contract_id  uuid,
    document_id  uuid,
    passages     int not null default 0,
    findings     int not null default 0,
    started_at   timestamptz,
    finished_at  timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, job_id, ordinal),
    foreign key (tenant_id, job_id) references job (tenant_id, id) on delete cascade,
    foreign key (tenant_id, parent_id) references job_item (tenant_id, id) on delete cascade,
    foreign key (tenant_id, sha256) references original (tenant_id, sha256),
    foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete set null (contract_id),
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete set null (document_id),
    check ((parent_id is null) = (member is null))
);
comment on column job_item.member is 'position in the archive or mail that it was unpacked from, so that unpacking again adds nothing';
comment on column job_item.container is 'the archive or mail that this file came in';
create unique index job_item_member on job_item (tenant_id, parent_id, member) where parent_id is not null;
create index job_item_waiting on job_item (tenant_id, job_id, ordinal) where state in ('waiting', 'running');

alter table job enable row level security;
alter table job_item enable row level security;
create policy own_tenant on job using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on job_item using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert, update on job, job_item to recital_app;
