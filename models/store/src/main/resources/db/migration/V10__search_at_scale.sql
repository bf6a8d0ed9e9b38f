-- Passages are kept whole in their row: words that are compressed, or kept aside, are unpacked again for each term that
-- they are compared with.
alter table passage set (toast_tuple_target = 4096);

select '[1]'::halfvec;

-- Passages that answer a question, best first, by reciprocal rank fusion of nearness and words. Null filters are no
-- filters. Scopes of up to 4,000 passages are compared one by one (about 10 ms), larger ones through the indexes.
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
    exact_limit constant int := 4000;
    smoothing constant int := 60;
    tenant constant uuid := nullif(current_setting('recital.tenant', true), '')::uuid;
    told constant boolean := coalesce(current_setting('recital.exact_search', true), '') = 'on';
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
    exact := told or not search_scope_exceeds(tenant, scope, exact_limit);
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

