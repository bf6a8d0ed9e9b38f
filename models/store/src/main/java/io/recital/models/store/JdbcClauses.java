package io.recital.models.store;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.Definition;
import io.recital.models.clause.Segmentation;
import io.recital.models.evidence.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clauses and definitions that documents were cut into. */
public final class JdbcClauses {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final JdbcDocuments documents;

    public JdbcClauses(DataSource dataSource, JdbcDocuments documents) {
        this.batch = new NamedParameterJdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(batch);
        this.documents = documents;
    }

    /**
     * Keeps the clauses and definitions of a segmentation. A document version is cut once: when it has its clauses
     * already this does nothing and returns false, and the caller goes on with {@link #listByDocument}. Call it in one
     * transaction with {@link JdbcPassages#store}.
     */
    public boolean store(UUID document, Segmentation segmentation) {
        if (documents.findSegmenter(document).isPresent()) {
            return false;
        }
        documents.setSegmenter(document, segmentation.segmenter());
        batch.batchUpdate("""
                insert into clause (id, document_id, ordinal, kind, path, parent_id, heading, heading_path,
                    span_start, span_end, text, table_rows, language)
                values (:id, :document, :ordinal, :kind, :path, :parent, :heading, :headingPath,
                    :start, :end, :text, :rows::jsonb, :language)""", clauseRows(document, segmentation.clauses()));
        batch.batchUpdate("""
                insert into definition (document_id, ordinal, clause_id, term, meaning, party, span_start, span_end)
                values (:document, :ordinal, :clause, :term, :meaning, :party, :start, :end)""", definitionRows(document, segmentation.definitions()));
        return true;
    }

    /** Clauses in text order. */
    public List<Clause> listByDocument(UUID document) {
        return jdbc.sql("select * from clause where document_id = :document order by ordinal")
                .param("document", document)
                .query((rs, row) -> map(rs))
                .list();
    }

    public Optional<Clause> find(UUID id) {
        return jdbc.sql("select * from clause where id = :id")
                .param("id", id)
                .query((rs, row) -> map(rs))
                .optional();
    }

    /** Definitions in text order. */
    public List<Definition> listDefinitions(UUID document) {
        return jdbc.sql("select * from definition where document_id = :document order by ordinal")
                .param("document", document)
                .query((rs, row) -> new Definition(
                        rs.getString("term"),
                        rs.getString("meaning"),
                        rs.getBoolean("party"),
                        span(rs),
                        rs.getObject("clause_id", UUID.class)))
                .list();
    }

    private static SqlParameterSource[] clauseRows(UUID document, List<Clause> clauses) {
        return clauses.stream()
                .map(clause -> new MapSqlParameterSource("id", clause.id())
                        .addValue("document", document)
                        .addValue("ordinal", clause.ordinal())
                        .addValue("kind", EnumWord.of(clause.kind()))
                        .addValue("path", clause.path())
                        .addValue("parent", clause.parent())
                        .addValue("heading", clause.heading())
                        .addValue("headingPath", clause.headingPath().toArray(String[]::new))
                        .addValue("start", clause.span().start())
                        .addValue("end", clause.span().end())
                        .addValue("text", clause.text())
                        .addValue("rows", StoreJson.write(clause.rows()))
                        .addValue("language", clause.language()))
                .toArray(SqlParameterSource[]::new);
    }

    private static SqlParameterSource[] definitionRows(UUID document, List<Definition> definitions) {
        return IntStream.range(0, definitions.size())
                .mapToObj(ordinal -> definitionRow(document, ordinal, definitions.get(ordinal)))
                .toArray(SqlParameterSource[]::new);
    }

    private static SqlParameterSource definitionRow(UUID document, int ordinal, Definition definition) {
        return new MapSqlParameterSource("document", document)
                .addValue("ordinal", ordinal)
                .addValue("clause", definition.clause())
                .addValue("term", definition.term())
                .addValue("meaning", definition.meaning())
                .addValue("party", definition.party())
                .addValue("start", definition.span().start())
                .addValue("end", definition.span().end());
    }

    private static Clause map(ResultSet rs) throws SQLException {
        return new Clause(
                rs.getObject("id", UUID.class),
                rs.getInt("ordinal"),
                EnumWord.parse(ClauseKind.class, rs.getString("kind")),
                rs.getString("path"),
                rs.getObject("parent_id", UUID.class),
                rs.getString("heading"),
                List.of((String[]) rs.getArray("heading_path").getArray()),
                span(rs),
                rs.getString("text"),
                StoreJson.readRows(rs.getString("table_rows")),
                rs.getString("language"));
    }

    private static Span span(ResultSet rs) throws SQLException {
        return new Span(rs.getInt("span_start"), rs.getInt("span_end"));
    }
}
