-- Recognising names compared each phrase of a question with each name of the tenant: 0.6 s at 394 contracts, and more with
-- every contract. Each phrase looks its names up now: "offset 0" keeps the planner from turning the join round, and
-- the cost of a row says that comparing texts costs more than comparing numbers, which the planner does not know.

-- Few findings are parties, and an index that holds them all has each of them to pass.
drop index finding_party_words;
create index finding_party_words on finding using gin (tenant_id, party_words gin_trgm_ops) where party_words is not null;

-- pg_trgm's settings can be given to functions only once its library is loaded.
select similarity('a', 'b');

-- What a question names, most alike first: the name as it is known, the phrase that names it, the trigram similarity,
-- and how many contracts or counterparties the same phrase names as well or better.
create or replace function recognise_names(question text, threshold double precision, wanted int)
    returns table (
        kind text, contract_id uuid, counterparty_id uuid, name text, phrase text, similarity double precision, rivals int)
    language plpgsql stable security definer rows 20
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
    set pg_trgm.similarity_threshold = 0.5
    set pg_trgm.word_similarity_threshold = 0.6
    set enable_seqscan = off
    set cpu_tuple_cost = 1
as $$
#variable_conflict use_column
declare
    tenant constant uuid := nullif(current_setting('recital.tenant', true), '')::uuid;
begin
    if tenant is null then
        return;
    end if;
    return query
    with phrase as materialized (select p.phrase from name_phrases(question) as p (phrase)),
    named as (
        select 'counterparty' as kind, null::uuid as contract_id, c.id as counterparty_id, c.name, p.phrase,
            similarity(c.words, p.phrase)::double precision as similarity
        from phrase p, lateral (
            select * from counterparty c where c.tenant_id = tenant and c.words % p.phrase offset 0) c
        union all
        select 'counterparty', null, a.counterparty_id, a.alias, p.phrase, similarity(a.words, p.phrase)
        from phrase p, lateral (
            select * from counterparty_alias a where a.tenant_id = tenant and a.words % p.phrase offset 0) a
        union all
        select 'party', f.contract_id, c.counterparty_id, f.content -> 'value' ->> 'name', p.phrase,
            similarity(f.party_words, p.phrase)
        from phrase p
        join lateral (
            select * from finding f where f.tenant_id = tenant and f.party_words % p.phrase offset 0) f on true
        join contract c on c.tenant_id = f.tenant_id and c.id = f.contract_id and c.document_id = f.document_id
        join extraction_run x on x.tenant_id = f.tenant_id and x.id = f.run_id and not x.superseded
        union all
        select 'title', c.id, c.counterparty_id, c.title, p.phrase, word_similarity(p.phrase, c.title_words)
        from phrase p, lateral (
            select * from contract c where c.tenant_id = tenant and c.title_words %> p.phrase offset 0) c
        union all
        select 'file', c.id, c.counterparty_id, d.file, p.phrase, word_similarity(p.phrase, d.file_words)
        from phrase p
        join lateral (
            select * from document d where d.tenant_id = tenant and d.file_words %> p.phrase offset 0) d on true
        join contract c on c.tenant_id = d.tenant_id and c.document_id = d.id),
    best as (
        select distinct on (n.kind, n.contract_id, n.counterparty_id) n.*
        from named n
        where n.similarity >= threshold
        order by n.kind, n.contract_id, n.counterparty_id, n.similarity * ln(1 + length(n.phrase)) desc, n.name)
    select b.kind, b.contract_id, b.counterparty_id, b.name, b.phrase, b.similarity,
        (count(*) over (partition by b.kind, b.phrase order by b.similarity desc))::int as rivals
    from best b
    order by b.similarity * ln(1 + length(b.phrase)) / (count(*) over (partition by b.kind, b.phrase)) desc, b.name
    limit wanted;
end
$$;
