create table clause (
    tenant_id    uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    id           uuid not null,
    document_id  uuid not null,
    ordinal      int not null,
    kind         text not null,
    path         text not null,
    parent_id    uuid,
    heading      text,
    heading_path text[] not null,
    span_start   int not null check (span_start >= 0),
    span_end     int not null check (span_end >= span_start),
    text         text not null,
    table_rows   jsonb not null default '[]',
    language     text not null,
    primary key (tenant_id, id),
    unique (tenant_id, document_id, ordinal),
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade,
    foreign key (tenant_id, parent_id) references clause (tenant_id, id) on delete cascade deferrable initially deferred
);

create table definition (
    tenant_id   uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    document_id uuid not null,
    ordinal     int not null,
    clause_id   uuid not null,
    term        text not null,
    meaning     text not null,
    party       boolean not null,
    span_start  int not null check (span_start >= 0),
    span_end    int not null check (span_end >= span_start),
    primary key (tenant_id, document_id, ordinal),
    foreign key (tenant_id, clause_id) references clause (tenant_id, id) on delete cascade
);

-- What full-text search sees of a passage: headings weigh more than text; only English is stemmed.
create function passage_words(language text, heading_path text[], body text) returns tsvector
    language sql immutable parallel safe
    set search_path = pg_catalog, public
as $$
    select setweight(to_tsvector(c.config, array_to_string(heading_path, ' ')), 'A')
        || setweight(to_tsvector(c.config, body), 'B')
    from (select case when language = 'en' then 'pg_catalog.english'::regconfig else 'pg_catalog.simple'::regconfig end) as c (config)
$$;

create table passage (
    tenant_id       uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    id              uuid not null,
    contract_id     uuid not null,
    document_id     uuid not null,
    clause_id       uuid not null,
    ordinal         int not null,
    path            text not null,
    heading_path    text[] not null,
    span_start      int not null check (span_start >= 0),
    span_end        int not null check (span_end >= span_start),
    page            int,
    language        text not null,
    text            text not null,
    words           tsvector not null generated always as (passage_words(language, heading_path, text)) stored,
    embedding       halfvec(384),
    embedding_model text,
    embed_sha256    text,
    primary key (tenant_id, id),
    unique (tenant_id, document_id, ordinal),
    foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade,
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade,
    foreign key (tenant_id, clause_id) references clause (tenant_id, id) on delete cascade,
    check ((embedding is null) = (embedding_model is null) and (embedding is null) = (embed_sha256 is null))
);
comment on column passage.embedding is 'null where no model that is at hand can embed the language';
comment on column passage.embed_sha256 is 'hash of what was embedded, headings and text, so that identical texts are embedded once';
create index passage_contract on passage (tenant_id, contract_id);
create index passage_embedded_once on passage (tenant_id, embed_sha256, embedding_model);
create index passage_words_gin on passage using gin (tenant_id, words);
create index passage_embedding_hnsw on passage using hnsw (embedding halfvec_cosine_ops);

alter table clause enable row level security;
alter table definition enable row level security;
alter table passage enable row level security;
create policy own_tenant on clause using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on definition using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on passage using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert on clause, definition, passage to recital_app;
