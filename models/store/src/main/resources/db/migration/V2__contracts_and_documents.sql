-- Keys carry the tenant, so that no row can point at another tenant's row: foreign keys are checked without policies.

-- A name as it is compared: lower case, without punctuation and legal form. Two spellings of one company come out equal.
create function name_words(name text) returns text
    language sql immutable parallel safe
    set search_path = pg_catalog, public
as $$
    select coalesce(
        nullif(btrim(regexp_replace(
            regexp_replace(p.plain,
                '\m(inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|lp|plc|gmbh|mbh|ag|kg|se|sa|sas|sarl|srl|spa|bv|nv|ab|oy|aps|pty|pte|the)\M', ' ', 'g'),
            '\s+', ' ', 'g')), ''),
        btrim(p.plain))
    from (select regexp_replace(replace(replace(lower(name), '.', ''), '&', ' and '), '[^[:alnum:]]+', ' ', 'g')) as p (plain)
$$;

create table counterparty (
    tenant_id  uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    id         uuid not null,
    name       text not null check (name <> ''),
    words      text not null generated always as (name_words(name)) stored,
    parent_id  uuid,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, words),
    foreign key (tenant_id, parent_id) references counterparty (tenant_id, id),
    check (parent_id <> id)
);

create table counterparty_alias (
    tenant_id       uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    counterparty_id uuid not null,
    alias           text not null check (alias <> ''),
    words           text not null generated always as (name_words(alias)) stored,
    primary key (tenant_id, counterparty_id, words),
    foreign key (tenant_id, counterparty_id) references counterparty (tenant_id, id) on delete cascade
);

create table contract (
    tenant_id       uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    id              uuid not null,
    seq             bigint generated always as identity,
    title           text not null,
    title_words     text not null generated always as (name_words(title)) stored,
    role            text not null,
    document_id     uuid not null,
    counterparty_id uuid,
    external_ids    jsonb not null default '{}',
    metadata        jsonb not null default '{}',
    created_at      timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, counterparty_id) references counterparty (tenant_id, id)
);
comment on column contract.document_id is 'the current document version';
create index contract_seq on contract (tenant_id, seq);
create index contract_counterparty on contract (tenant_id, counterparty_id);
create index contract_external_ids on contract using gin (tenant_id, external_ids);

-- The bytes as received, in parts so that nothing needs to hold a whole file.
create table original (
    tenant_id  uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size       bigint not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, sha256)
);

create table original_part (
    tenant_id uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    sha256    text not null,
    part      int not null,
    bytes     bytea not null,
    primary key (tenant_id, sha256, part),
    foreign key (tenant_id, sha256) references original (tenant_id, sha256) on delete cascade
);
alter table original_part alter column bytes set storage external;

create table document (
    tenant_id     uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    id            uuid not null,
    contract_id   uuid not null,
    version       int not null check (version > 0),
    file          text not null,
    file_words    text not null generated always as (name_words(file)) stored,
    sha256        text not null,
    parsing       int not null default 1,
    size          bigint not null,
    media_type    text,
    status        text not null,
    status_reason text,
    from_ocr      boolean not null default false,
    page_count    int,
    parser        text,
    segmenter     text,
    container     text,
    warnings      text[] not null default '{}',
    received_at   timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, contract_id, version),
    unique (tenant_id, sha256, parsing),
    foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade,
    foreign key (tenant_id, sha256) references original (tenant_id, sha256)
);
comment on column document.parsing is 'counts how often the same bytes were read into a version of their own; 1 unless parsed again';

alter table contract
    add foreign key (tenant_id, document_id) references document (tenant_id, id) deferrable initially deferred;

-- The stored text never changes: the service may add it, not update it.
create table document_text (
    tenant_id   uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    document_id uuid not null,
    text        text not null,
    title       text,
    layout      bytea not null,
    primary key (tenant_id, document_id),
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade
);
comment on column document_text.layout is 'blocks with their tables, and the page map: JSON, gzipped';
alter table document_text alter column layout set storage external;

alter table counterparty enable row level security;
alter table counterparty_alias enable row level security;
alter table contract enable row level security;
alter table original enable row level security;
alter table original_part enable row level security;
alter table document enable row level security;
alter table document_text enable row level security;
create policy own_tenant on counterparty using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on counterparty_alias using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on contract using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on original using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on original_part using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on document using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
create policy own_tenant on document_text using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert, update on counterparty, contract, document to recital_app;
grant select, insert on counterparty_alias, original, original_part, document_text to recital_app;
