-- How the documents of one counterparty stand to each other, as it was read from their texts. Made anew for a whole
-- family when one of its documents is new or the reader is another: what the texts say is kept with the texts.
create table family_reading (
    tenant_id   uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    contract_id uuid not null,
    document_id uuid not null,
    version     text not null,
    read_at     timestamptz not null default now(),
    primary key (tenant_id, contract_id),
    foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade
);
comment on column family_reading.version is 'of the reader of relations';

create table contract_reference (
    tenant_id   uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    contract_id uuid not null,
    reference   text not null check (reference <> ''),
    primary key (tenant_id, contract_id, reference),
    foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade
);

create table document_relation (
    tenant_id      uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    seq            bigint generated always as identity,
    contract_id    uuid not null,
    kind           text not null,
    to_contract_id uuid,
    to_name        text not null,
    signed         date,
    effective      date,
    confidence     double precision not null check (confidence between 0 and 1),
    evidence       jsonb not null,
    primary key (tenant_id, seq),
    foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade,
    foreign key (tenant_id, to_contract_id) references contract (tenant_id, id) on delete cascade
);
comment on column document_relation.to_contract_id is 'null for a document that is missing';
create index document_relation_contract on document_relation (tenant_id, contract_id);

alter table family_reading enable row level security;
alter table contract_reference enable row level security;
alter table document_relation enable row level security;
create policy own_tenant on family_reading using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on contract_reference using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on document_relation using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert, delete on family_reading, contract_reference, document_relation to recital_app;
