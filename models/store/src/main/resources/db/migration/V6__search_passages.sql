-- Hybrid search. Row-level security keeps @@ and % off their indexes, so search runs with the owner's rights in
-- functions that hold the tenant predicate themselves (docs/decisions/0005). They give ids and scores only; what
-- stands behind an id is read under the policies. Only search_passages is for the service to call.

-- pgvector's settings can be given to functions only once its library is loaded.
select '[1]'::halfvec;

-- The question's words as query terms, each as a stem or as written: only English passages are stemmed.
create function search_terms(question text) returns tsquery[]
    language sql stable
    set search_path = pg_catalog, public, pg_temp
as $$
    select coalesce(array_agg(term order by place), '{}')
    from (
        select distinct on (stem) place, case when stem = word then plainto_tsquery('simple', stem)
            else plainto_tsquery('simple', stem) || plainto_tsquery('simple', word) end as term
        from (
            select w.lexeme as word, w.positions[1] as place, (tsvector_to_array(to_tsvector('english', w.lexeme)))[1] as stem
            from unnest(to_tsvector('simple', question)) as w) as words
        where stem is not null
        order by stem, place) as terms
    where place <= 64 and numnode(term) > 0
$$;

-- Which passages are worth ranking in a large scope: those with any term or, when there are several terms, any two.
create function search_candidates(terms tsquery[]) returns tsquery
    language sql immutable
    set search_path = pg_catalog, public, pg_temp
as $$
    select case when cardinality(terms) < 3
        then (select string_agg('(' || t.term::text || ')', ' | ') from unnest(terms) as t (term))::tsquery
        else (select string_agg('(' || a.term::text || ') & (' || b.term::text || ')', ' | ')
              from unnest(terms) with ordinality as a (term, n), unnest(terms) with ordinality as b (term, n)
              where a.n < b.n)::tsquery end
$$;

-- Every passage of the documents is compared.
create function nearest_passages_exact(tenant uuid, documents uuid[], question halfvec, model text, depth int)
    returns table (id uuid, similarity double precision)
    language sql stable
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
as $$
    with compared as materialized (
        select p.id, 1 - (p.embedding <=> question) as similarity
        from passage p
        where p.tenant_id = tenant and p.document_id = any(documents) and p.embedding_model = model)
    select c.id, c.similarity from compared c order by c.similarity desc, c.id limit depth
$$;

-- The index gives passages of all tenants, nearest first; the scan goes on until enough of them are in scope.
-- Null documents mean every version that is served.
create function nearest_passages_indexed(tenant uuid, documents uuid[], question halfvec, model text, depth int)
    returns table (id uuid, similarity double precision)
    language sql stable
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
    set hnsw.iterative_scan = relaxed_order
    set hnsw.ef_search = 200
    set hnsw.max_scan_tuples = 40000
    set enable_seqscan = off
    set enable_bitmapscan = off
    set enable_sort = off
as $$
    with near as materialized (
        select p.id, p.embedding <=> question as distance
        from passage p
        where p.tenant_id = tenant and p.embedding_model = model
          and (documents is null or p.document_id = any(documents))
          and (documents is not null or exists (
              select from contract c
              where c.tenant_id = tenant and c.id = p.contract_id and c.document_id = p.document_id))
        order by p.embedding <=> question
        limit depth)
    select n.id, 1 - n.distance from near n order by n.distance, n.id
$$;

-- Ranks every passage of the documents by the question's terms, rare ones weighing more.
create function matching_passages_exact(tenant uuid, documents uuid[], terms tsquery[], depth int)
    returns table (id uuid, score double precision)
    language sql stable
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
as $$
    with scope as materialized (
        select p.id, p.words from passage p where p.tenant_id = tenant and p.document_id = any(documents)),
    matched as materialized (
        select s.id, t.n, ts_rank(s.words, t.term) as frequency
        from scope s, unnest(terms) with ordinality as t (term, n)
        where s.words @@ t.term),
    rarity as (
        select m.n, ln(1 + ((select count(*) from scope) - count(*) + 0.5) / (count(*) + 0.5)) as weight
        from matched m group by m.n)
    select m.id, sum(m.frequency * r.weight)::double precision as score
    from matched m join rarity r on r.n = m.n
    group by m.id order by score desc, m.id limit depth
$$;

-- The same over the full-text index, which chooses whom to rank: 10,000 at most.
create function matching_passages_indexed(tenant uuid, documents uuid[], terms tsquery[], depth int)
    returns table (id uuid, score double precision)
    language sql stable
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
    set enable_seqscan = off
    set enable_indexscan = off
as $$
    with scope as materialized (
        select p.id, p.words
        from passage p
        where p.tenant_id = tenant and p.words @@ search_candidates(terms)
          and (documents is null or p.document_id = any(documents))
          and (documents is not null or exists (
              select from contract c
              where c.tenant_id = tenant and c.id = p.contract_id and c.document_id = p.document_id))
        limit 10000),
    matched as materialized (
        select s.id, t.n, ts_rank(s.words, t.term) as frequency
        from scope s, unnest(terms) with ordinality as t (term, n)
        where s.words @@ t.term),
    rarity as (
        select m.n, ln(1 + ((select count(*) from scope) - count(*) + 0.5) / (count(*) + 0.5)) as weight
        from matched m group by m.n)
    select m.id, sum(m.frequency * r.weight)::double precision as score
    from matched m join rarity r on r.n = m.n
    group by m.id order by score desc, m.id limit depth
$$;

-- The document versions that a search may look into. Versions asked for by id are looked into even when superseded.
create function search_scope(tenant uuid, contracts uuid[], documents uuid[], counterparties uuid[]) returns uuid[]
    language sql stable
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
as $$
    select coalesce(array_agg(d.id), '{}')
    from contract c join document d on d.tenant_id = c.tenant_id and d.contract_id = c.id
    where c.tenant_id = tenant
      and (contracts is null or c.id = any(contracts))
      and (counterparties is null or c.counterparty_id = any(counterparties))
      and (documents is null and d.id = c.document_id or d.id = any(documents))
$$;

-- Whether there are more passages than that in the documents, or in all of the tenant's when they are null.
create function search_scope_exceeds(tenant uuid, documents uuid[], most int) returns boolean
    language sql stable
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
    set enable_seqscan = off
as $$
    select count(*) > most from (
        select from passage p
        where p.tenant_id = tenant and (documents is null or p.document_id = any(documents))
        limit most + 1) as counted
$$;

-- Passages that answer a question, best first, by reciprocal rank fusion of nearness and words. Null filters are no
-- filters. Scopes of up to 4,000 passages are compared one by one (about 10 ms), larger ones through the indexes.
create function search_passages(
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
    exact_limit constant int := 4000;
    smoothing constant int := 60;
    tenant constant uuid := nullif(current_setting('recital.tenant', true), '')::uuid;
    filtered constant boolean := contracts is not null or documents is not null or counterparties is not null;
    depth constant int := greatest(2 * wanted, 100);
    terms constant tsquery[] := search_terms(question);
    scope uuid[];
    exact boolean;
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
    exact := not search_scope_exceeds(tenant, scope, exact_limit);
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

    if exact then
        select array_agg(m.id), array_agg(m.score) into match_ids, match_scores
        from matching_passages_exact(tenant, scope, terms, depth) as m;
    elsif cardinality(terms) > 0 then
        select array_agg(m.id), array_agg(m.score) into match_ids, match_scores
        from matching_passages_indexed(tenant, scope, terms, depth) as m;
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

revoke all on function search_terms, search_candidates, nearest_passages_exact, nearest_passages_indexed,
    matching_passages_exact, matching_passages_indexed, search_scope, search_scope_exceeds, search_passages from public;
grant execute on function search_passages to recital_app;
