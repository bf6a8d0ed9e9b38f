package io.recital.models.store;

import io.recital.models.evidence.Sha256;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.store.error.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was found in the tenant's contracts, as people decided about it since; nothing here is ever changed. */
public final class JdbcFindings {
    /**
     * What people accepted or corrected in a reading that another has replaced since: it goes on being served, and
     * stands for what the newer reading says of the same words, save what stood beside it before.
     */
    private static final String KEPT = """
            with kept as (
                select g.id, g.run_id, g.document_id, g.kind, g.type,
                    int4range((g.citations->0->'span'->>'start')::int, (g.citations->0->'span'->>'end')::int) as place
                from (
                    select distinct on (document_id, fingerprint) document_id, fingerprint, status
                    from finding_review order by document_id, fingerprint, seq desc) d
                join lateral (
                    select f.*, x.superseded from finding f join extraction_run x on x.id = f.run_id
                    where f.document_id = d.document_id and f.fingerprint = d.fingerprint
                    order by x.superseded, f.seq desc limit 1) g on g.superseded
                where d.status in ('accepted', 'corrected'))
            """;

    private static final String SELECT = """
            select f.*, r.status as review, r.content as correction
            from finding f
            left join lateral (
                select status, content from finding_review
                where document_id = f.document_id and fingerprint = f.fingerprint
                order by seq desc limit 1) r on true
            """;

    /**
     * What is served of each stage: its current run, and what people kept of earlier ones. What people state is never
     * hidden by what they kept.
     */
    private static final String SERVED = """
            join contract c on c.id = f.contract_id
            join extraction_run x on x.id = f.run_id
            where (f.id in (select id from kept)
                or not x.superseded and (x.stage = 'stated' or not exists (
                    select from kept k
                    where k.document_id = f.document_id and k.kind = f.kind
                      and (k.type = f.type or k.kind = 'obligation')
                      and k.place && int4range((f.citations->0->'span'->>'start')::int,
                          (f.citations->0->'span'->>'end')::int)
                      and not exists (
                          select from finding beside
                          where beside.run_id = k.run_id and beside.fingerprint = f.fingerprint))))
            """;

    /** Not what goes on as another finding, or has to be stated again. */
    private static final String IN_ITS_PLACE = """
            not exists (select from carried_finding gone where gone.finding_id = f.id)
            """;

    /** The stage of what people state. */
    private static final String STATED = "stated";

    private record Row(long seq, Finding finding) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final JdbcExtractionRuns runs;

    public JdbcFindings(DataSource dataSource, JdbcExtractionRuns runs) {
        this.runs = runs;
        this.batch = new NamedParameterJdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(batch);
    }

    /**
     * Keeps what one stage of extraction found in a document version. The same stage in the same version again is a
     * no-op; in another version it takes the place of the earlier run, whose findings stay but are served no more. Call
     * it in a transaction.
     *
     * @param stage what was run, such as {@code cascade}
     * @param version all that its result depends on: extractors, prompts, models
     * @return whether the findings were stored
     */
    public boolean store(UUID document, String stage, String version, List<Finding> findings) {
        Optional<UUID> run = runs.start(document, stage, version);
        run.ifPresent(id -> insert(id, document, findings));
        return run.isPresent();
    }

    /**
     * Keeps what another version of a stage finds without serving it: it waits to be looked at and adopted. The same
     * version again is a no-op.
     *
     * @return the run, of this version
     */
    public UUID propose(UUID document, String stage, String version, List<Finding> findings) {
        Optional<UUID> run = runs.propose(document, stage, version);
        run.ifPresent(id -> insert(id, document, findings));
        return run.or(() -> runs.find(document, stage, version)).orElseThrow();
    }

    /**
     * Keeps what a person stated, beside what extractors find: no reading takes its place. Call it in a transaction.
     *
     * @return the finding as it is kept, which is an earlier one where the same was stated before
     */
    public Finding state(Finding finding) {
        String version = finding.provenance().version();
        UUID document = finding.document();
        UUID run = runs.start(document, STATED, version)
                .or(() -> runs.find(document, STATED, version))
                .orElseThrow();
        Optional<Finding> earlier =
                listOfRun(run).stream().filter(finding::saysTheSameAs).findFirst();
        if (earlier.isPresent()) {
            return earlier.get();
        }
        insert(run, document, List.of(finding));
        return get(finding.id());
    }

    /**
     * What people stated of a contract, or with its words, and did not state again since: of its current version, and of
     * earlier ones what was not carried over.
     */
    public List<Finding> listStated(UUID contract) {
        return jdbc.sql(SELECT + """
                join extraction_run x on x.id = f.run_id and x.stage = 'stated' and not x.superseded
                left join carried_finding gone on gone.finding_id = f.id
                where gone.carried_id is null
                  and (f.contract_id = :contract
                    or f.citations @> jsonb_build_array(jsonb_build_object('contract', :contract::text)))
                order by f.seq""")
                .param("contract", contract)
                .query((rs, row) -> map(rs).finding())
                .list();
    }

    /** What one run found, with what people decided since, in the order of storing. */
    public List<Finding> listOfRun(UUID run) {
        return jdbc.sql(SELECT + "where f.run_id = :run order by f.seq")
                .param("run", run)
                .query((rs, row) -> map(rs).finding())
                .list();
    }

    private void insert(UUID run, UUID document, List<Finding> findings) {
        batch.batchUpdate(
                """
                insert into finding (id, run_id, contract_id, document_id, clause_id, kind, type, content, citations,
                    confidence, extractor, extractor_version, from_ocr, fingerprint)
                values (:id, :run, :contract, :document, :clause, :kind, :type, :content::jsonb, :citations::jsonb,
                    :confidence, :extractor, :extractorVersion, :fromOcr, :fingerprint)""",
                findings.stream().map(finding -> row(run, document, finding)).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(UUID run, UUID document, Finding finding) {
        if (!finding.document().equals(document)) {
            throw new IllegalArgumentException("The finding " + finding.id() + " is of another document");
        }
        String content = FindingJson.write(finding.content());
        return new MapSqlParameterSource("id", finding.id())
                .addValue("run", run)
                .addValue("contract", finding.contract())
                .addValue("document", finding.document())
                .addValue("clause", finding.clause())
                .addValue("kind", EnumWord.of(finding.content().kind()))
                .addValue("type", finding.content().type())
                .addValue("content", content)
                .addValue("citations", FindingJson.write(finding.citations()))
                .addValue("confidence", finding.confidence())
                .addValue("extractor", finding.provenance().extractor())
                .addValue("extractorVersion", finding.provenance().version())
                .addValue("fromOcr", finding.fromOcr())
                .addValue("fingerprint", fingerprint(content, finding));
    }

    private static String fingerprint(String content, Finding finding) {
        String places = finding.citations().stream()
                .map(citation -> citation.role() + " " + citation.span().start() + " "
                        + citation.span().end()
                        + (citation.document().equals(finding.document()) ? "" : " " + citation.document()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return Sha256.of(content + "\n" + places).hex();
    }

    /** One page in the order of storing; {@code cursor} is null for the first. */
    public Page<Finding> list(FindingFilter filter, @Nullable String cursor, int size) {
        List<Row> rows = rows(filter, Cursor.position(cursor, Long.MIN_VALUE), size + 1);
        return Page.cut(rows, size, Row::seq, Row::finding);
    }

    /** All that the filter lets through, in the order of storing. */
    public List<Finding> list(FindingFilter filter) {
        return rows(filter, Long.MIN_VALUE, Integer.MAX_VALUE).stream()
                .map(Row::finding)
                .toList();
    }

    /** What is served of the current versions of these contracts, of these kinds, in the order of storing. */
    public List<Finding> listByContracts(Collection<UUID> contracts, Set<FindingKind> kinds) {
        return jdbc.sql(KEPT + SELECT + SERVED + """
                  and f.document_id = c.document_id
                  and f.contract_id = any(:contracts::uuid[])
                  and f.kind = any(:kinds)
                  and (""" + IN_ITS_PLACE + ") order by f.seq")
                .param("contracts", contracts.stream().map(UUID::toString).toArray(String[]::new))
                .param("kinds", kinds.stream().map(EnumWord::of).toArray(String[]::new))
                .query((rs, row) -> map(rs).finding())
                .list();
    }

    private List<Row> rows(FindingFilter filter, long after, int limit) {
        return jdbc.sql(KEPT + SELECT + SERVED + """
                  and f.seq > :after
                  and f.document_id = coalesce(:document::uuid, c.document_id)
                  and (:contract::uuid is null or f.contract_id = :contract)
                  and (:counterparty::uuid is null or c.counterparty_id = :counterparty)
                  and (:kind::text is null or f.kind = :kind)
                  and (:type::text is null or f.type = :type)
                  and f.confidence >= :minConfidence
                  and (""" + IN_ITS_PLACE + """
                    or :document::uuid is not null)
                order by f.seq
                limit :limit""")
                .param("after", after)
                .param("document", filter.document())
                .param("contract", filter.contract())
                .param("counterparty", filter.counterparty())
                .param("kind", filter.kind() == null ? null : EnumWord.of(filter.kind()))
                .param("type", filter.type())
                .param("minConfidence", filter.minConfidence())
                .param("limit", limit)
                .query((rs, row) -> map(rs))
                .list();
    }

    public Finding get(UUID id) {
        return find(id).orElseThrow(() ->
                new StoreException(StoreException.Category.NOT_FOUND, "There is no finding with the id " + id));
    }

    /** A finding, of whatever version of document and extractor. */
    public Optional<Finding> find(UUID id) {
        return jdbc.sql(SELECT + "where f.id = :id")
                .param("id", id)
                .query((rs, row) -> map(rs).finding())
                .optional();
    }

    private static Row map(ResultSet rs) throws SQLException {
        FindingContent corrected = FindingJson.findContent(rs.getString("correction"));
        String review = rs.getString("review");
        return new Row(
                rs.getLong("seq"),
                new Finding(
                        rs.getObject("id", UUID.class),
                        rs.getObject("contract_id", UUID.class),
                        rs.getObject("document_id", UUID.class),
                        rs.getObject("clause_id", UUID.class),
                        corrected == null ? FindingJson.readContent(rs.getString("content")) : corrected,
                        FindingJson.readCitations(rs.getString("citations")),
                        rs.getDouble("confidence"),
                        new Provenance(rs.getString("extractor"), rs.getString("extractor_version")),
                        rs.getBoolean("from_ocr"),
                        review == null ? ReviewStatus.UNREVIEWED : EnumWord.parse(ReviewStatus.class, review)));
    }
}
