-- What happened, as other systems reported it. A row is never written over: a changed value is a new version, and what
-- was known on an instant is what was recorded until then and not yet superseded.
create table performance_fact (
    tenant_id     uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    seq           bigint generated always as identity,
    kind          text not null,
    fact_id       text not null check (fact_id <> ''),
    version       int not null check (version > 0),
    vendor        text not null,
    vendor_id     text not null,
    vendor_name   text not null,
    content       jsonb not null,
    feed          text not null,
    file          text not null,
    sheet         text not null,
    line          int not null,
    recorded_at   timestamptz not null default now(),
    superseded_at timestamptz,
    primary key (tenant_id, kind, fact_id, version)
);
comment on column performance_fact.vendor is 'what tells vendors apart: their id, or else their name as it is compared; empty for a fact about nobody';
create index performance_fact_seq on performance_fact (tenant_id, seq);
create index performance_fact_vendor on performance_fact (tenant_id, vendor, kind, seq);

-- How the files of a feed are read: what was stated, and what earlier files decided.
create table feed_mapping (
    tenant_id  uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    feed       text not null check (feed <> ''),
    mapping    jsonb not null,
    updated_at timestamptz not null default now(),
    primary key (tenant_id, feed)
);

-- Which counterparty a person said a vendor is (null: none of those that are known). The latest of a vendor holds.
create table vendor_decision (
    tenant_id       uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    seq             bigint generated always as identity,
    vendor          text not null,
    vendor_id       text not null,
    vendor_name     text not null,
    counterparty_id uuid,
    decided_by      text not null check (decided_by <> ''),
    note            text,
    created_at      timestamptz not null default now(),
    primary key (tenant_id, seq),
    foreign key (tenant_id, counterparty_id) references counterparty (tenant_id, id)
);

alter table performance_fact enable row level security;
alter table feed_mapping enable row level security;
alter table vendor_decision enable row level security;
create policy own_tenant on performance_fact using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on feed_mapping using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on vendor_decision using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert, update (superseded_at) on performance_fact to recital_app;
grant select, insert, update on feed_mapping to recital_app;
grant select, insert on vendor_decision to recital_app;
