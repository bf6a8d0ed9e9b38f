-- Search that stays exact enough and quick among a million passages (docs/decisions/0015).

-- Passages are kept whole in their row: words that are compressed, or kept aside, are unpacked again for each term that
-- they are compared with.
alter table passage set (toast_tuple_target = 4096);

-- pgvector's settings can be given to functions only once its library is loaded.
select '[1]'::halfvec;

-- The share of all passages that hold each term, by the table's statistics; of words that these do not list, half the
-- share of the rarest listed.
create or replace function search_term_shares(terms tsquery[]) returns double precision[]
    language sql stable
    set search_path = pg_catalog, public, pg_temp
as $$
    with kept as (
        select s.most_common_elems::text::text[] as words, s.most_common_elem_freqs as shares
        from pg_stats s
        where s.schemaname = 'public' and s.tablename = 'passage' and s.attname = 'words'),
    listed as (
        select l.word, l.share
        from kept, unnest(kept.words, kept.shares) as l (word, share)
        where l.word is not null),
    rarest as (
        select coalesce(min(l.share) / 2, 0.001) as share from listed l)
    select array_agg(t.share order by t.n)
    from (
        select term.n, least(1, sum(coalesce(l.share, rarest.share))) as share
        from rarest, unnest(terms) with ordinality as term (query, n)
        cross join lateral regexp_matches(term.query::text, $re$'((?:[^']|'')+)'$re$, 'g') as found (lexeme)
        left join listed l on l.word = replace(found.lexeme[1], '''''', '''')
        group by term.n) as t
$$;

-- How much a term says: the rarer, the more.
create or replace function search_term_weights(shares double precision[]) returns double precision[]
    language sql immutable
    set search_path = pg_catalog, public, pg_temp
as $$
    select array_agg(ln(1 + (1 - s.share + 1e-6) / (s.share + 1e-6)) order by s.n)
    from unnest(shares) with ordinality as s (share, n)
$$;

-- Asks for passages that hold at least so many of the terms: every choice of as many, with an "and" in between.
create or replace function search_any_of(terms tsquery[], wanted int) returns tsquery
    language sql immutable
    set search_path = pg_catalog, public, pg_temp
as $$
    select string_agg(choice.query, ' | ')::tsquery
    from (
        select '(' || string_agg('(' || terms[i + 1]::text || ')', ' & ') || ')' as query
        from generate_series(1, (1 << cardinality(terms)) - 1) as mask, generate_series(0, cardinality(terms) - 1) as i
        where mask & (1 << i) <> 0
        group by mask
        having count(*) = wanted) as choice
$$;

-- How many of the terms to ask for, so that some passages hold them. Terms of one topic stand together: each further one is
-- taken to be three times as frequent beside the others as it is alone.
create or replace function search_terms_together(shares double precision[], passages double precision, enough int) returns int
    language sql immutable
    set search_path = pg_catalog, public, pg_temp
as $$
    select coalesce(max(m.together), 1)
    from (
        select choice.together, sum(choice.share) * passages as expected
        from (
            select count(*)::int as together, exp(sum(ln(shares[i + 1] + 1e-9))) * 3 ^ (count(*) - 1) as share
            from generate_series(1, (1 << cardinality(shares)) - 1) as mask, generate_series(0, cardinality(shares) - 1) as i
            where mask & (1 << i) <> 0
            group by mask) as choice
        group by choice.together) as m
    where m.expected >= enough
$$;

-- Passages that match, as many as there are up to the most; a few documents are looked up, many are a hashed set.
create or replace function search_matches(tenant uuid, documents uuid[], query tsquery, most int)
    returns table (id uuid, words tsvector)
    language plpgsql stable
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
    set enable_seqscan = off
    set enable_indexscan = off
as $$
#variable_conflict use_column
declare
    few constant int := 300;
    listed constant uuid[] := case when cardinality(documents) <= few then documents end;
    hashed constant uuid[] := case when cardinality(documents) > few then documents end;
begin
    return query
        select p.id, p.words
        from passage p
        where p.tenant_id = tenant and p.words @@ query
          and (listed is null or p.document_id = any(listed))
          and (hashed is null or p.document_id in (select unnest(hashed)))
          and (documents is not null or exists (
              select from contract c
              where c.tenant_id = tenant and c.id = p.contract_id and c.document_id = p.document_id))
        limit most;
end
$$;

drop function if exists matching_passages_indexed(uuid, uuid[], tsquery[], int);
drop function if exists search_candidates(tsquery[]);

-- Words in a large scope. The rarest terms choose whom to rank: those passages that hold most of them together. Passages
-- that hold more of them come in whatever the most is; those near in meaning are ranked beside them, so that one that is good both ways is known to be.
create or replace function matching_passages_indexed(tenant uuid, documents uuid[], near uuid[], terms tsquery[], depth int)
    returns table (id uuid, score double precision)
    language plpgsql stable
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
    set enable_seqscan = off
    set enable_indexscan = off
as $$
#variable_conflict use_column
declare
    most_ranked constant int := 4000;
    enough constant int := 800;
    most_terms constant int := 16;
    most_choosing constant int := 5;
    most_read constant double precision := 150000;
    passages constant double precision := (select greatest(c.reltuples, 1000) from pg_class c where c.oid = 'passage'::regclass);
    asked tsquery[];
    shares double precision[];
    weights double precision[];
    choosing int := 1;
    together int;
    ids uuid[];
    words tsvector[];
    more_ids uuid[] := '{}';
    more_words tsvector[] := '{}';
begin
    select array_agg(r.term order by r.share), array_agg(r.share order by r.share) into asked, shares
    from (
        select t.term, t.share from unnest(terms, search_term_shares(terms)) as t (term, share)
        order by t.share limit most_terms) as r;
    weights := search_term_weights(shares);
    -- As many terms as the index may be read for.
    choosing := greatest(1, (
        select count(*) from (
            select sum(share) over (order by share, n) * passages as read
            from unnest(shares[:most_choosing]) with ordinality as s (share, n)) as t
        where t.read <= most_read));
    together := search_terms_together(shares[:choosing], passages, enough);
    select array_agg(m.id), array_agg(m.words) into ids, words
    from search_matches(tenant, documents, search_any_of(asked[:choosing], together), most_ranked) as m;
    if cardinality(ids) = most_ranked and together < choosing then
        select coalesce(array_agg(m.id), '{}'), coalesce(array_agg(m.words), '{}') into more_ids, more_words
        from search_matches(tenant, documents, search_any_of(asked[:choosing], together + 1), most_ranked) as m;
    end if;
    while coalesce(cardinality(ids), 0) < enough and together > 1 loop
        together := together - 1;
        more_ids := coalesce(ids, '{}');
        more_words := coalesce(words, '{}');
        select array_agg(m.id), array_agg(m.words) into ids, words
        from search_matches(tenant, documents, search_any_of(asked[:choosing], together), most_ranked) as m;
    end loop;
    return query
        with ranked as materialized (
            select c.id, c.words from unnest(ids, words) as c (id, words)
            union all
            select c.id, c.words from unnest(more_ids, more_words) as c (id, words)
            union all
            select p.id, p.words from passage p where p.tenant_id = tenant and p.id = any(near))
        select s.id, max(s.score) as score
        from (
            select r.id, (
                select sum(ts_rank(r.words, t.term) * t.weight)
                from unnest(asked, weights) as t (term, weight))::double precision as score
            from ranked r) as s
        where s.score > 0
        group by s.id order by score desc, s.id limit depth;
end
$$;

-- The index gives passages of all tenants, nearest first; the scan goes on until enough of them are in scope.
-- Null documents mean every version that is served. A hashed set of documents: there may be thousands.
create or replace function nearest_passages_indexed(tenant uuid, documents uuid[], question halfvec, model text, depth int)
    returns table (id uuid, similarity double precision)
    language sql stable
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
    set hnsw.iterative_scan = relaxed_order
    set hnsw.ef_search = 400
    set hnsw.max_scan_tuples = 40000
    set enable_seqscan = off
    set enable_bitmapscan = off
    set enable_sort = off
as $$
    with near as materialized (
        select p.id, p.embedding <=> question as distance
        from passage p
        where p.tenant_id = tenant and p.embedding_model = model
          and (documents is null or p.document_id in (select unnest(documents)))
          and (documents is not null or exists (
              select from contract c
              where c.tenant_id = tenant and c.id = p.contract_id and c.document_id = p.document_id))
        order by p.embedding <=> question
        limit depth)
    select n.id, 1 - n.distance from near n order by n.distance, n.id
$$;

-- Whether there are more passages than that in the documents, or in all of the tenant's when they are null. Two queries:
-- in one, the documents would not be looked up, but compared with every passage of the tenant.
create or replace function search_scope_exceeds(tenant uuid, documents uuid[], most int) returns boolean
    language sql stable
    set search_path = pg_catalog, public, pg_temp
    set enable_seqscan = off
as $$
    select case when documents is null
        then (select count(*) from (
            select from passage p where p.tenant_id = tenant limit most + 1) as counted)
        else (select count(*) from (
            select from passage p where p.tenant_id = tenant and p.document_id = any(documents) limit most + 1) as counted)
        end > most
$$;

-- The document versions that a search may look into. Versions asked for by id are looked into even when superseded.
create or replace function search_scope(tenant uuid, contracts uuid[], documents uuid[], counterparties uuid[])
    returns uuid[]
    language sql stable
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
as $$
    select coalesce(array_agg(scope.id), '{}')
    from (
        select c.document_id as id
        from contract c
        where documents is null and c.tenant_id = tenant
          and (contracts is null or c.id = any(contracts))
          and (counterparties is null or c.counterparty_id = any(counterparties))
        union all
        select d.id
        from document d join contract c on c.tenant_id = d.tenant_id and c.id = d.contract_id
        where d.tenant_id = tenant and d.id = any(documents)
          and (contracts is null or c.id = any(contracts))
          and (counterparties is null or c.counterparty_id = any(counterparties))) as scope
$$;

-- Passages that answer a question, best first, by reciprocal rank fusion of nearness and words. Null filters are no
-- filters. Scopes of up to 10,000 passages (4,000 for words) are compared one by one, larger ones through the indexes,
-- unless recital.exact_search is on: that is what measurements compare with.
create or replace function search_passages(
    question text, question_embedding halfvec, model text,
    contracts uuid[], documents uuid[], counterparties uuid[], wanted int)
    returns table (
        passage_id uuid, score double precision,
        similarity double precision, similarity_rank int, words_score double precision, words_rank int)
    language plpgsql stable security definer rows 50
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
    exact_limit constant int := 10000;
    exact_words_limit constant int := 4000;
    smoothing constant int := 60;
    tenant constant uuid := nullif(current_setting('recital.tenant', true), '')::uuid;
    told constant boolean := coalesce(current_setting('recital.exact_search', true), '') = 'on';
    filtered constant boolean := contracts is not null or documents is not null or counterparties is not null;
    depth constant int := greatest(2 * wanted, 100);
    terms constant tsquery[] := search_terms(question);
    scope uuid[];
    exact boolean;
    exact_words boolean;
    near_ids uuid[];
    near_similarities double precision[];
    match_ids uuid[];
    match_scores double precision[];
begin
    if tenant is null then
        return;
    end if;
    if filtered then
        scope := search_scope(tenant, contracts, documents, counterparties);
    end if;
    exact_words := told or not search_scope_exceeds(tenant, scope, exact_words_limit);
    exact := exact_words or not search_scope_exceeds(tenant, scope, exact_limit);
    if exact and not filtered then
        scope := search_scope(tenant, null, null, null);
    end if;

    if question_embedding is not null and not exact then
        select array_agg(n.id), array_agg(n.similarity) into near_ids, near_similarities
        from nearest_passages_indexed(tenant, scope, question_embedding, model, depth) as n;
    end if;
    if question_embedding is not null and coalesce(cardinality(near_ids), 0) < depth then
        select array_agg(n.id), array_agg(n.similarity) into near_ids, near_similarities
        from nearest_passages_exact(
            tenant, coalesce(scope, search_scope(tenant, null, null, null)), question_embedding, model, depth) as n;
    end if;

    if exact_words then
        select array_agg(m.id), array_agg(m.score) into match_ids, match_scores
        from matching_passages_exact(tenant, scope, terms, depth) as m;
    elsif cardinality(terms) > 0 then
        select array_agg(m.id), array_agg(m.score) into match_ids, match_scores
        from matching_passages_indexed(tenant, scope, near_ids, terms, depth) as m;
    end if;

    return query
        select coalesce(n.id, m.id),
            coalesce(1.0::double precision / (smoothing + n.rank), 0) + coalesce(1.0::double precision / (smoothing + m.rank), 0),
            n.similarity, n.rank::int, m.score, m.rank::int
        from unnest(near_ids, near_similarities) with ordinality as n (id, similarity, rank)
        full join unnest(match_ids, match_scores) with ordinality as m (id, score, rank) on m.id = n.id
        order by 2 desc, n.rank, 1
        limit wanted;
end
$$;

revoke all on function search_term_shares, search_term_weights, search_any_of, search_terms_together, search_matches,
    matching_passages_indexed from public;
