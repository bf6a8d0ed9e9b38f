package io.recital.models.store;

import io.recital.models.evidence.Span;
import io.recital.models.finding.ClauseScore;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where clause labels probably stand, by reading; search takes them as candidates. */
public final class JdbcClauseScores {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    public JdbcClauseScores(DataSource dataSource) {
        this.batch = new NamedParameterJdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(batch);
    }

    /**
     * Keeps the scores of a reading whose findings are stored, and with which they are served or not; those that it has
     * already are left as they are. Call it in the findings' transaction.
     */
    public void store(UUID document, String stage, String version, List<ClauseScore> scores) {
        SqlParameterSource[] rows = scores.stream()
                .map(score -> new MapSqlParameterSource("document", document)
                        .addValue("stage", stage)
                        .addValue("version", version)
                        .addValue("label", score.label())
                        .addValue("start", score.span().start())
                        .addValue("end", score.span().end())
                        .addValue("score", score.score()))
                .toArray(SqlParameterSource[]::new);
        batch.batchUpdate("""
                insert into clause_score (run_id, document_id, label, span_start, span_end, score)
                select id, document_id, :label, :start, :end, :score
                from extraction_run where document_id = :document and stage = :stage and version = :version
                on conflict (tenant_id, run_id, label, span_start) do nothing""", rows);
    }

    /** The scores that are served of a document version, best first. */
    public List<ClauseScore> listByDocument(UUID document) {
        return jdbc.sql("""
                select s.* from clause_score s
                join extraction_run x on x.id = s.run_id and not x.superseded
                where s.document_id = :document order by s.score desc, s.label, s.span_start""")
                .param("document", document)
                .query((rs, row) -> new ClauseScore(
                        rs.getString("label"),
                        new Span(rs.getInt("span_start"), rs.getInt("span_end")),
                        rs.getDouble("score")))
                .list();
    }
}
