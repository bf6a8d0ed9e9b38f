-- Whom and what facts are about, counted as they are stored: every ledger, report and question asks it first, and to
-- count very many facts each time took seconds. Facts themselves stay as they are.
create table fact_subject (
    tenant_id   uuid not null default nullif(current_setting('recital.tenant', true), '')::uuid references tenant (id),
    vendor_id   text not null,
    vendor_name text not null,
    contract    text not null,
    subject     text not null generated always as (md5(vendor_id || chr(31) || vendor_name || chr(31) || contract)) stored,
    facts       bigint not null,
    first_seq   bigint not null,
    latest_seq  bigint not null,
    primary key (tenant_id, subject)
);
comment on column fact_subject.subject is 'short form of the three before it, which may be longer than an index takes';
comment on column fact_subject.facts is 'how many of its facts hold now';
comment on column fact_subject.latest_seq is 'of the fact that was stored last: another one when a fact is added or changed';

insert into fact_subject (tenant_id, vendor_id, vendor_name, contract, facts, first_seq, latest_seq)
select tenant_id, vendor_id, vendor_name, coalesce(content ->> 'contract', ''),
       count(*) filter (where superseded_at is null), min(seq), max(seq)
from performance_fact
group by tenant_id, vendor_id, vendor_name, coalesce(content ->> 'contract', '');

alter table fact_subject enable row level security;
create policy own_tenant on fact_subject using (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid);
grant select, insert, update (facts, latest_seq) on fact_subject to recital_app;
