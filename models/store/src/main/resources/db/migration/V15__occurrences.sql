-- What people did about the times at which duties fall due: who owns them, what shows that they were done, what is waived.
-- Only added to, so the table is its own audit trail; the latest of each sort counts.
create table occurrence_change (
    tenant_id   uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    duty        text not null check (duty ~ '^[0-9a-f]{16}$'),
    due         date not null,
    version     int not null check (version > 0),
    contract_id uuid not null,
    action      text not null,
    step        text not null,
    made_by     text not null check (made_by <> ''),
    made_at     timestamptz not null default now(),
    counts_on   date not null,
    owner       text,
    evidence    jsonb,
    reason      text,
    primary key (tenant_id, duty, due, version),
    foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade
);
comment on column occurrence_change.duty is 'made of the contract, the words that the duty rests on and what is to be done: the same however often a contract is read';
comment on column occurrence_change.version is '1 for the first change; two people who change the same at once cannot both have the next';
comment on column occurrence_change.action is 'what is to be done, as it was read then';
comment on column occurrence_change.counts_on is 'the day from which it counts; made_at is when somebody said so';
create index occurrence_change_contract on occurrence_change (tenant_id, contract_id);

alter table occurrence_change enable row level security;
create policy own_tenant on occurrence_change using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert on occurrence_change to recital_app;
