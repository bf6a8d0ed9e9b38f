-- Calendars that programs subscribe to. They send no headers, so the address itself holds a secret, of which only the hash
-- is kept, and the tenant, in whose name it is looked up.
create table calendar_feed (
    tenant_id       uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    id              uuid not null,
    name            text not null check (name <> ''),
    secret_sha256   text not null check (secret_sha256 ~ '^[0-9a-f]{64}$'),
    counterparty_id uuid,
    owner           text,
    created_at      timestamptz not null default now(),
    revoked_at      timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, secret_sha256),
    foreign key (tenant_id, counterparty_id) references counterparty (tenant_id, id) on delete cascade
);
comment on column calendar_feed.counterparty_id is 'null for all';
comment on column calendar_feed.owner is 'only what this person sees to; null for all';

alter table calendar_feed enable row level security;
create policy own_tenant on calendar_feed using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert, update (revoked_at) on calendar_feed to recital_app;
