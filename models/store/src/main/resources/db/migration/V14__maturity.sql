-- What people answered to the questions of the maturity assessment; only added to. All else is counted from live data, so
-- the history of an assessment is the assessment as of an earlier day.
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

alter table maturity_answer enable row level security;
create policy own_tenant on maturity_answer using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert on maturity_answer to recital_app;
