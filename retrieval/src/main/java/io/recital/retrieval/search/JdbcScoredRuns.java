package io.recital.retrieval.search;

import io.recital.models.evidence.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the clause scores of the readings that are served, under the tenant's policy; a run is cut at its passage's end. */
public final class JdbcScoredRuns implements ScoredRuns {
    private static final PassageScore NOT_RANKED = new PassageScore(0, null, null, null, null);

    private final JdbcClient jdbc;

    public JdbcScoredRuns(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public List<ScoredRun> find(Set<String> labels, SearchScope scope) {
        return jdbc.sql("""
                select b.label, b.score as run_score, b.span_start as run_start, b.span_end as run_end,
                    p.*, d.file, c.title
                from unnest(:labels::text[]) as l (label)
                cross join lateral (
                    select s.* from clause_score s
                    join extraction_run x on x.id = s.run_id and not x.superseded
                    join document d on d.id = s.document_id
                    join contract c on c.id = d.contract_id
                    where s.label = l.label
                      and (:contracts::uuid[] is null or c.id = any(:contracts::uuid[]))
                      and (:counterparties::uuid[] is null or c.counterparty_id = any(:counterparties::uuid[]))
                      and (:documents::uuid[] is null and s.document_id = c.document_id
                          or s.document_id = any(:documents::uuid[]))
                    order by s.score desc
                    limit :limit) b
                join passage p on p.document_id = b.document_id
                    and p.span_start < b.span_end and p.span_end > b.span_start
                join document d on d.id = p.document_id
                join contract c on c.id = p.contract_id
                order by b.score desc, b.label, p.document_id, b.span_start, p.ordinal""")
                .param("labels", labels.toArray(String[]::new))
                .param("contracts", JdbcPassageSearch.orNull(scope.contracts()))
                .param("documents", JdbcPassageSearch.orNull(scope.documents()))
                .param("counterparties", JdbcPassageSearch.orNull(scope.counterparties()))
                .param("limit", scope.limit())
                .query((rs, row) -> run(rs))
                .list();
    }

    private static ScoredRun run(ResultSet rs) throws SQLException {
        PassageHit passage = JdbcPassageSearch.hit(rs, NOT_RANKED);
        Span whole = passage.passage().span();
        Span within =
                new Span(Math.max(whole.start(), rs.getInt("run_start")), Math.min(whole.end(), rs.getInt("run_end")));
        return new ScoredRun(passage, within, rs.getString("label"), rs.getDouble("run_score"));
    }
}
