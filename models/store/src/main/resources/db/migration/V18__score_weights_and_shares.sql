-- How much each part of a score counts, from a day on; only added to, so that an old score can be shown as it was.
create table score_weights (
    tenant_id  uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    seq        bigint generated always as identity,
    valid_from date not null,
    weights    jsonb not null,
    set_by     text not null check (set_by <> ''),
    set_at     timestamptz not null default now(),
    primary key (tenant_id, seq)
);

-- Who outside may see one counterparty's own scorecard. The token itself is never stored; it names its tenant, so that
-- even looking it up sees that tenant's rows only.
create table counterparty_share (
    tenant_id       uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    id              uuid not null,
    counterparty_id uuid not null,
    token_sha256    text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
    name            text not null check (name <> ''),
    created_by      text not null check (created_by <> ''),
    created_at      timestamptz not null default now(),
    expires_at      timestamptz not null,
    revoked_at      timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, counterparty_id) references counterparty (tenant_id, id) on delete cascade
);

alter table score_weights enable row level security;
alter table counterparty_share enable row level security;
create policy own_tenant on score_weights using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on counterparty_share using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert on score_weights to recital_app;
grant select, insert, update (revoked_at) on counterparty_share to recital_app;
