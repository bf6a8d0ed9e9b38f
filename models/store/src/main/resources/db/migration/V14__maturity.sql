-- What people answered to the questions of the maturity assessment, and what was found on which day. Both are only added to.
create table maturity_answer (
    tenant_id   uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    seq         bigint generated always as identity,
    criterion   text not null,
    met         boolean not null,
    answered_by text not null check (answered_by <> ''),
    answered_at timestamptz not null default now(),
    primary key (tenant_id, seq)
);
create index maturity_answer_latest on maturity_answer (tenant_id, criterion, seq desc);

create table maturity_assessment (
    tenant_id  uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    seq        bigint generated always as identity,
    as_of      date not null,
    evidence   jsonb not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, seq)
);
comment on column maturity_assessment.evidence is 'shares by indicator and answers by criterion: the stages follow from them';

alter table maturity_answer enable row level security;
alter table maturity_assessment enable row level security;
create policy own_tenant on maturity_answer using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on maturity_assessment using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert on maturity_answer to recital_app;
grant select, insert on maturity_assessment to recital_app;
