-- Every question that was put to a language model: what was sent is known by its hashes, what it cost by its tokens.
-- Answers that were of use are kept, so that nobody pays for them twice.
create table llm_call (
    tenant_id     uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    seq           bigint generated always as identity,
    document_id   uuid not null,
    job_item_id   uuid,
    question      text not null check (question ~ '^[0-9a-f]{64}$'),
    clause_sha256 text not null check (clause_sha256 ~ '^[0-9a-f]{64}$'),
    kind          text not null,
    model         text not null,
    prompt        text not null,
    answer        text,
    failure       text,
    tokens_in     int not null check (tokens_in >= 0),
    tokens_out    int not null check (tokens_out >= 0),
    cost          numeric,
    currency      text,
    created_at    timestamptz not null default now(),
    primary key (tenant_id, seq),
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade,
    foreign key (tenant_id, job_item_id) references job_item (tenant_id, id) on delete set null (job_item_id),
    check ((answer is null) <> (failure is null)),
    check ((cost is null) = (currency is null))
);
comment on column llm_call.question is 'hash of all that was sent, of the prompt''s version and of the model''s name';
comment on column llm_call.job_item_id is 'the file of a job that it was made for, null for a reading outside of jobs';
create index llm_call_answered on llm_call (tenant_id, question, seq desc) where answer is not null;
create index llm_call_document on llm_call (tenant_id, document_id);
create index llm_call_item on llm_call (tenant_id, job_item_id);

-- What became of the questions of a job's file beside the calls, written when its reading has ended.
create table llm_question_count (
    tenant_id   uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    job_item_id uuid not null,
    cached      int not null,
    not_asked   int not null,
    unanswered  int not null,
    primary key (tenant_id, job_item_id),
    foreign key (tenant_id, job_item_id) references job_item (tenant_id, id) on delete cascade
);

alter table llm_call enable row level security;
alter table llm_question_count enable row level security;
create policy own_tenant on llm_call using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on llm_question_count using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert on llm_call to recital_app;
grant select, insert, update on llm_question_count to recital_app;
