-- One pass of one stage of extraction over one document version. A newer version of the stage supersedes the run, so
-- that findings themselves are never changed.
create table extraction_run (
    tenant_id   uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    id          uuid not null,
    document_id uuid not null,
    stage       text not null,
    version     text not null,
    superseded  boolean not null default false,
    created_at  timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, document_id, stage, version),
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade
);
create unique index extraction_run_current on extraction_run (tenant_id, document_id, stage) where not superseded;

create table finding (
    tenant_id         uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    id                uuid not null,
    seq               bigint generated always as identity,
    run_id            uuid not null,
    contract_id       uuid not null,
    document_id       uuid not null,
    clause_id         uuid,
    kind              text not null,
    type              text not null,
    content           jsonb not null,
    citations         jsonb not null check (jsonb_array_length(citations) > 0),
    confidence        double precision not null check (confidence between 0 and 1),
    extractor         text not null,
    extractor_version text not null,
    from_ocr          boolean not null,
    fingerprint       text not null,
    created_at        timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, run_id) references extraction_run (tenant_id, id) on delete cascade,
    foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade,
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade,
    foreign key (tenant_id, clause_id) references clause (tenant_id, id) on delete cascade
);
comment on column finding.fingerprint is 'hash of what is said and where it stands, so that a decision holds for the same statement found again';
create index finding_seq on finding (tenant_id, seq);
create index finding_contract on finding (tenant_id, contract_id, kind, type);
create index finding_document on finding (tenant_id, document_id, fingerprint);
create index finding_run on finding (tenant_id, run_id);

-- What people decided, appended; the latest decision is the status.
create table finding_review (
    tenant_id   uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    seq         bigint generated always as identity,
    finding_id  uuid not null,
    document_id uuid not null,
    fingerprint text not null,
    status      text not null,
    reviewer    text not null,
    note        text,
    content     jsonb,
    created_at  timestamptz not null default now(),
    primary key (tenant_id, seq),
    foreign key (tenant_id, finding_id) references finding (tenant_id, id) on delete cascade,
    check ((content is not null) = (status = 'corrected'))
);
comment on column finding_review.content is 'what the finding should say, for a correction';
create index finding_review_latest on finding_review (tenant_id, document_id, fingerprint, seq desc);
create index finding_review_finding on finding_review (tenant_id, finding_id);

alter table extraction_run enable row level security;
alter table finding enable row level security;
alter table finding_review enable row level security;
create policy own_tenant on extraction_run using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on finding using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on finding_review using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert on extraction_run, finding, finding_review to recital_app;
grant update (superseded) on extraction_run to recital_app;
