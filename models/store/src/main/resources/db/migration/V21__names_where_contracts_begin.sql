-- A contract names its parties where it begins, whether or not they were recorded as findings. What is held there has an
-- index of its own: it is small, and a name in it says who concludes the contract, not whom it mentions.
create index passage_beginning_words on passage using gin (tenant_id, words) where ordinal < 16;

-- Which contracts begin with a word: for each of the words, by its place in the list, those whose first passages hold it.
create function contracts_beginning_with(words text[]) returns table (place int, contract_id uuid)
    language sql stable security definer rows 100
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
    set enable_seqscan = off
as $$
    select distinct w.place::int, h.contract_id
    from unnest(words[1:64]) with ordinality as w (word, place),
        unnest(search_terms(left(w.word, 100))) as t (term),
        lateral (
            select p.contract_id, p.document_id from passage p
            where p.tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid
              and p.ordinal < 16 and p.words @@ t.term
            offset 0) as h
        join contract c on c.tenant_id = nullif(current_setting('recital.tenant', true), '')::uuid
            and c.id = h.contract_id and c.document_id = h.document_id
$$;

revoke all on function contracts_beginning_with from public;
grant execute on function contracts_beginning_with to recital_app;
