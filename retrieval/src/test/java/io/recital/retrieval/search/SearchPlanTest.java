package io.recital.retrieval.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds search to its indexes and to its row counts for tenants that own 0.01 %, 1 % and 50 % of all passages, by the
 * scans that PostgreSQL counts while it searches.
 */
class SearchPlanTest {
    private static final int ALL = 21_000;
    private static final int HALF = ALL / 2;
    private static final int HUNDREDTH = ALL / 100;
    private static final int LIMIT = 40;
    private static final UUID HALF_TENANT = SearchDatabase.newTenant();
    private static final UUID HUNDREDTH_TENANT = SearchDatabase.newTenant();
    private static final UUID SINGLE_TENANT = SearchDatabase.newTenant();
    private static final UUID REST_TENANT = SearchDatabase.newTenant();
    private static final String QUESTION = "When does the supplier deliver item7 under term11?";

    /** What one search did. */
    private record Run(List<PassageHit> hits, long nearestScans, long wordsScans, long tableScans) {}

    private final PassageSearch search =
            new JdbcPassageSearch(SearchDatabase.get().dataSource());

    @BeforeAll
    static void fill() {
        JdbcClient owner = JdbcClient.create(SearchDatabase.get().ownerDataSource());
        String index = owner.sql("select pg_get_indexdef('passage_embedding_hnsw'::regclass)")
                .query(String.class)
                .single();
        owner.sql("drop index passage_embedding_hnsw").update();
        fill(owner, HALF_TENANT, 0, HALF);
        fill(owner, HUNDREDTH_TENANT, HALF, HALF + HUNDREDTH);
        fill(owner, SINGLE_TENANT, HALF + HUNDREDTH, HALF + HUNDREDTH + 1);
        fill(owner, REST_TENANT, HALF + HUNDREDTH + 1, ALL);
        owner.sql(index).update();
        owner.sql("analyze tenant, contract, document, passage").update();
    }

    /** Passages {@code from} to {@code to}, a hundred to a contract, in 384 clusters that all tenants share. */
    private static void fill(JdbcClient owner, UUID tenant, int from, int to) {
        for (String sql : List.of("""
                insert into original (tenant_id, sha256, size)
                select :tenant, encode(sha256(c::text::bytea), 'hex'), 1 from generate_series(:from / 100, (:to - 1) / 100) c""", """
                with made as (
                    insert into contract (tenant_id, id, title, role, document_id)
                    select :tenant, md5(:tenant::text || c)::uuid, 'Contract ' || c, 'buyer', md5(:tenant::text || c)::uuid
                    from generate_series(:from / 100, (:to - 1) / 100) c
                    returning id, title)
                insert into document (tenant_id, id, contract_id, version, file, sha256, size, status)
                select :tenant, id, id, 1, title, encode(sha256(substr(title, 10)::bytea), 'hex'), 1, 'ingested' from made""", """
                insert into clause (tenant_id, id, document_id, ordinal, kind, path, heading_path, span_start, span_end, text, language)
                select :tenant, id, id, 0, 'clause', '1', '{}', 0, 1, 'x', 'en' from document where tenant_id = :tenant""", """
                insert into passage (tenant_id, id, contract_id, document_id, clause_id, ordinal, path, heading_path,
                    span_start, span_end, language, text, embedding, embedding_model, embed_sha256)
                select :tenant, gen_random_uuid(), d.id, d.id, d.id, i, '1', array['Clause ' || i], 0, 60, 'en',
                    'The supplier shall deliver item' || i % 97 || ' as term' || i % 89 || ' and topic' || i % 83 || ' say.',
                    (select array_agg(random() / 4 + case when k = i % 384 then 1 else 0 end)
                     from generate_series(0, 383 + i * 0) k)::real[]::halfvec, 'test-model', encode(sha256(i::text::bytea), 'hex')
                from generate_series(:from, :to - 1) i
                join document d on d.id = md5(:tenant::text || i / 100)::uuid and d.tenant_id = :tenant""")) {
            owner.sql(sql)
                    .param("tenant", tenant)
                    .param("from", from)
                    .param("to", to)
                    .update();
        }
    }

    private Run search(UUID tenant, SearchScope scope) {
        return SearchDatabase.get().tenancy().call(tenant, () -> {
            long nearest = scans("passage_embedding_hnsw");
            long words = scans("passage_words_gin");
            long table = scans("passage");
            List<PassageHit> hits = search.search(QUESTION, TestPortfolio.question(5), scope);
            return new Run(
                    hits,
                    scans("passage_embedding_hnsw") - nearest,
                    scans("passage_words_gin") - words,
                    scans("passage") - table);
        });
    }

    /** Scans of an index, or sequential scans of a table, that this connection has made and not yet reported. */
    private static long scans(String relation) {
        return SearchDatabase.get()
                .jdbc()
                .sql("select pg_stat_get_xact_numscans(cast(:relation as regclass))")
                .param("relation", relation)
                .query(Long.class)
                .single();
    }

    private static Set<UUID> ownersOf(List<PassageHit> hits) {
        return Set.copyOf(JdbcClient.create(SearchDatabase.get().ownerDataSource())
                .sql("select distinct tenant_id from passage where id = any(:ids)")
                .param("ids", hits.stream().map(hit -> hit.passage().id()).toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    @Test
    void aTenantWithHalfOfAllPassagesIsSearchedThroughTheIndexes() {
        Run run = search(HALF_TENANT, SearchScope.everywhere(LIMIT));

        assertThat(run.hits()).hasSize(LIMIT);
        assertThat(ownersOf(run.hits())).containsExactly(HALF_TENANT);
        assertThat(run.nearestScans()).isEqualTo(1);
        assertThat(run.wordsScans()).isPositive();
        assertThat(run.tableScans()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1 %, 40", "0.01 %, 1"})
    void aSmallTenantIsComparedPassageByPassageAndMissesNothing(String share, int expected) {
        UUID tenant = share.equals("1 %") ? HUNDREDTH_TENANT : SINGLE_TENANT;

        Run run = search(tenant, SearchScope.everywhere(LIMIT));

        assertThat(run.hits()).hasSize(expected);
        assertThat(ownersOf(run.hits())).containsExactly(tenant);
        assertThat(run.nearestScans()).isZero();
        assertThat(run.tableScans()).isZero();
    }

    @Test
    void aSmallTenantGetsEveryPassageThatItHas() {
        assertThat(search(HUNDREDTH_TENANT, SearchScope.everywhere(1_000)).hits())
                .hasSize(HUNDREDTH);
    }

    @Test
    void oneContractOfALargeTenantIsComparedPassageByPassage() {
        UUID contract =
                search(HALF_TENANT, SearchScope.everywhere(1)).hits().get(0).contract();

        Run run = search(HALF_TENANT, SearchScope.ofContract(contract, LIMIT));

        assertThat(run.hits()).hasSize(LIMIT).allMatch(hit -> hit.contract().equals(contract));
        assertThat(run.nearestScans()).isZero();
        assertThat(run.tableScans()).isZero();
    }

    @Test
    void theIndexesFindWhatComparingOneByOneFinds() {
        List<PassageHit> indexed =
                search(HALF_TENANT, SearchScope.everywhere(LIMIT)).hits();
        Set<UUID> everyContract = Set.copyOf(SearchDatabase.get()
                .tenancy()
                .call(
                        HALF_TENANT,
                        () -> SearchDatabase.get()
                                .jdbc()
                                .sql("select id from contract order by seq limit 99")
                                .query(UUID.class)
                                .list()));
        List<PassageHit> compared = search(HALF_TENANT, new SearchScope(everyContract, Set.of(), Set.of(), LIMIT))
                .hits();

        List<UUID> nearest = nearest(indexed);
        nearest.retainAll(nearest(compared));
        assertThat(nearest.size()).as("shared by both ways").isGreaterThanOrEqualTo(8);
    }

    /** The ten nearest by meaning. */
    private static List<UUID> nearest(List<PassageHit> hits) {
        List<UUID> nearest = new ArrayList<>();
        hits.stream()
                .filter(hit ->
                        hit.score().similarityRank() != null && hit.score().similarityRank() <= 10)
                .forEach(hit -> nearest.add(hit.passage().id()));
        return nearest;
    }

    @Test
    void namesAreLookedUpByPhraseAndNotComparedWithEachContract() {
        NameRecognition names = new JdbcNames(SearchDatabase.get().dataSource());

        List<Long> scans = SearchDatabase.get().tenancy().call(HALF_TENANT, () -> {
            assertThat(names.recognise("Who delivers the late pallets under contract 77?"))
                    .first()
                    .satisfies(best -> assertThat(best.name()).isEqualTo("Contract 77"));
            return Stream.of("contract_title_words", "document_file_words", "contract", "document")
                    .map(SearchPlanTest::scans)
                    .toList();
        });

        assertThat(scans.subList(0, 2)).as("titles and files by index").allMatch(count -> count > 1);
        assertThat(scans.subList(2, 4)).as("whole tables").containsOnly(0L);
    }

    @Test
    void withoutATenantNothingIsFound() {
        assertThat(search.search(QUESTION, TestPortfolio.question(5), SearchScope.everywhere(LIMIT)))
                .isEmpty();
    }
}
