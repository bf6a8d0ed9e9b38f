-- What the ledger said of a counterparty, and when. A run adds what is new, other than before, or no longer so; a run
-- that finds the same adds nothing. Nothing is ever changed, so what was said on a day can be read again.
create table ledger_run (
    tenant_id       uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    seq             bigint generated always as identity,
    counterparty_id uuid not null,
    as_of           date not null,
    inputs          text not null check (inputs ~ '^[0-9a-f]{64}$'),
    written         int not null check (written >= 0),
    created_at      timestamptz not null default now(),
    primary key (tenant_id, seq),
    foreign key (tenant_id, counterparty_id) references counterparty (tenant_id, id) on delete cascade
);
comment on column ledger_run.as_of is 'the day on which the contracts were looked at';
comment on column ledger_run.inputs is 'hash of all that was held against each other: while it stays, nothing has to be computed again';
create index ledger_run_latest on ledger_run (tenant_id, counterparty_id, seq desc);

create table ledger_entry (
    tenant_id       uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    seq             bigint generated always as identity,
    run_seq         bigint not null,
    counterparty_id uuid not null,
    matter          text not null check (matter ~ '^[0-9a-f]{64}$'),
    said            boolean not null,
    sort            text not null,
    check_name      text not null,
    leakage         text,
    amount          numeric,
    currency        text,
    provisional     boolean not null,
    content         jsonb not null,
    content_sha256  text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
    primary key (tenant_id, seq),
    foreign key (tenant_id, run_seq) references ledger_run (tenant_id, seq) on delete cascade,
    foreign key (tenant_id, counterparty_id) references counterparty (tenant_id, id) on delete cascade,
    check ((amount is null) = (currency is null))
);
comment on column ledger_entry.matter is 'hash of what it is about, whatever it comes to: check, period and facts';
comment on column ledger_entry.said is 'false when a run no longer found what was said before; content is that then';
create index ledger_entry_latest on ledger_entry (tenant_id, counterparty_id, matter, seq desc);
create index ledger_entry_run on ledger_entry (tenant_id, run_seq);

alter table ledger_run enable row level security;
alter table ledger_entry enable row level security;
create policy own_tenant on ledger_run using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on ledger_entry using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert on ledger_run, ledger_entry to recital_app;
