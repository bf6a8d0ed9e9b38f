-- Which contracts, counterparties and parties a text names. As for passages, trigram indexes are out of reach under
-- row-level security, so these run with the owner's rights and hold the tenant predicate themselves.

create index counterparty_words on counterparty using gin (tenant_id, words gin_trgm_ops);
create index counterparty_alias_words on counterparty_alias using gin (tenant_id, words gin_trgm_ops);
create index contract_title_words on contract using gin (tenant_id, title_words gin_trgm_ops);
create index document_file_words on document using gin (tenant_id, file_words gin_trgm_ops);
alter table finding add column party_words text
    generated always as (case when kind = 'fact' and type = 'party' then name_words(content -> 'value' ->> 'name') end) stored;
create index finding_party_words on finding using gin (tenant_id, party_words gin_trgm_ops);

-- pg_trgm's settings can be given to functions only once its library is loaded.
select similarity('a', 'b');

-- The pieces of a question that may be names: up to five words that neither begin nor end with a word without meaning of
-- its own, and no single word that half of all contracts hold.
create function name_phrases(question text) returns setof text
    language sql immutable rows 30
    set search_path = pg_catalog, public, pg_temp
as $$
    with word as (
        select w.word, w.n, to_tsvector('english', w.word) = '' as empty
        from unnest(string_to_array(name_words(left(question, 1000)), ' ')) with ordinality as w (word, n)),
    phrase as (
        select string_agg(w.word, ' ' order by w.n) as phrase, count(*) as words
        from word a join word z on z.n between a.n and a.n + 4 join word w on w.n between a.n and z.n
        where not a.empty and not z.empty
        group by a.n, z.n)
    select distinct p.phrase from phrase p
    where length(p.phrase) > 2
      and (p.words > 1 or p.phrase not in (
          'agreement', 'agreements', 'contract', 'contracts', 'amendment', 'schedule', 'exhibit', 'statement', 'work',
          'order', 'form', 'master', 'service', 'services', 'supplier', 'suppliers', 'customer', 'customers', 'vendor',
          'buyer', 'seller', 'licensor', 'licensee', 'party', 'parties', 'law', 'governing', 'term', 'terms', 'date',
          'effective', 'payment', 'liability', 'notice', 'period', 'level', 'levels', 'credit', 'credits', 'price'))
$$;

-- What a question names, most alike first: the name as it is known, the phrase that names it, the trigram similarity,
-- and how many contracts or counterparties the same phrase names as well or better.
create function recognise_names(question text, threshold double precision, wanted int)
    returns table (
        kind text, contract_id uuid, counterparty_id uuid, name text, phrase text, similarity double precision, rivals int)
    language plpgsql stable security definer rows 20
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
    set pg_trgm.similarity_threshold = 0.5
    set pg_trgm.word_similarity_threshold = 0.6
    set enable_seqscan = off
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
        from phrase p, counterparty c
        where c.tenant_id = tenant and c.words % p.phrase
        union all
        select 'counterparty', null, a.counterparty_id, a.alias, p.phrase, similarity(a.words, p.phrase)
        from phrase p, counterparty_alias a
        where a.tenant_id = tenant and a.words % p.phrase
        union all
        select 'party', f.contract_id, c.counterparty_id, f.content -> 'value' ->> 'name', p.phrase,
            similarity(f.party_words, p.phrase)
        from phrase p, finding f
        join contract c on c.tenant_id = f.tenant_id and c.id = f.contract_id and c.document_id = f.document_id
        join extraction_run x on x.tenant_id = f.tenant_id and x.id = f.run_id and not x.superseded
        where f.tenant_id = tenant and f.party_words % p.phrase
        union all
        select 'title', c.id, c.counterparty_id, c.title, p.phrase, word_similarity(p.phrase, c.title_words)
        from phrase p, contract c
        where c.tenant_id = tenant and c.title_words %> p.phrase
        union all
        select 'file', c.id, c.counterparty_id, d.file, p.phrase, word_similarity(p.phrase, d.file_words)
        from phrase p, document d
        join contract c on c.tenant_id = d.tenant_id and c.document_id = d.id
        where d.tenant_id = tenant and d.file_words %> p.phrase),
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

-- Counterparties whose name or alias is alike, most alike first.
create function similar_counterparties(name text, threshold double precision)
    returns table (counterparty_id uuid, name text, similarity double precision)
    language sql stable security definer rows 10
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
    set pg_trgm.similarity_threshold = 0.3
    set enable_seqscan = off
as $$
    select * from (
        select distinct on (n.id) n.id, n.name, similarity(n.words, name_words($1))::double precision as similarity
        from (
            select c.id, c.name, c.words from counterparty c
            where c.tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid and c.words % name_words($1)
            union all
            select a.counterparty_id, a.alias, a.words from counterparty_alias a
            where a.tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid and a.words % name_words($1)) as n
        order by n.id, similarity(n.words, name_words($1)) desc) as best
    where best.similarity >= threshold
    order by best.similarity desc, best.name
$$;

revoke all on function name_phrases, recognise_names, similar_counterparties from public;
grant execute on function recognise_names, similar_counterparties to recital_app;
