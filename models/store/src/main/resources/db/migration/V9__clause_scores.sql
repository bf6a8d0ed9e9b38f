-- Where a reading holds a clause label to be probable, down to scores that are no findings: what a question about that
-- kind of clause is looked up by. They are served as long as the reading is.
create table clause_score (
    tenant_id   uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    run_id      uuid not null,
    document_id uuid not null,
    label       text not null,
    span_start  int not null check (span_start >= 0),
    span_end    int not null check (span_end >= span_start),
    score       real not null check (score between 0 and 1),
    primary key (tenant_id, run_id, label, span_start),
    foreign key (tenant_id, run_id) references extraction_run (tenant_id, id) on delete cascade,
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade
);
create index clause_score_document on clause_score (tenant_id, document_id, label);
create index clause_score_best on clause_score (tenant_id, label, score desc);
-- A run is shown with the passages in which it stands.
create index passage_place on passage (tenant_id, document_id, span_start);

alter table clause_score enable row level security;
create policy own_tenant on clause_score using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert on clause_score to recital_app;
