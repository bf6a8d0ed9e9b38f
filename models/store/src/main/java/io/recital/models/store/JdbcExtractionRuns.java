package io.recital.models.store;

import io.recital.models.store.error.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which versions of a stage of extraction read which document version, and which of them is served. */
public final class JdbcExtractionRuns {
    private static final String RUNS = """
            select x.*, count(f.id) as findings from extraction_run x left join finding f on f.run_id = x.id
            """;

    private final JdbcClient jdbc;

    public JdbcExtractionRuns(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Begins a run that is served from now on; empty when this version read the document before. */
    Optional<UUID> start(UUID document, String stage, String version) {
        lock(document);
        supersede(document, stage, version);
        return insert(document, stage, version, false);
    }

    /** Begins a run that is not served yet; empty when this version read the document before. */
    Optional<UUID> propose(UUID document, String stage, String version) {
        lock(document);
        return insert(document, stage, version, true);
    }

    private Optional<UUID> insert(UUID document, String stage, String version, boolean superseded) {
        UUID run = UUID.randomUUID();
        int started = jdbc.sql("""
                insert into extraction_run (id, document_id, stage, version, superseded)
                values (:id, :document, :stage, :version, :superseded)
                on conflict (tenant_id, document_id, stage, version) do nothing""")
                .param("id", run)
                .param("document", document)
                .param("stage", stage)
                .param("version", version)
                .param("superseded", superseded)
                .update();
        return started > 0 ? Optional.of(run) : Optional.empty();
    }

    Optional<UUID> find(UUID document, String stage, String version) {
        return jdbc.sql("""
                select id from extraction_run
                where document_id = :document and stage = :stage and version = :version""")
                .param("document", document)
                .param("stage", stage)
                .param("version", version)
                .query(UUID.class)
                .optional();
    }

    /** Serves this run of its stage from now on, in place of the one before. Call it in a transaction. */
    public void adopt(UUID run) {
        ExtractionRun adopted = get(run);
        lock(adopted.document());
        supersede(adopted.document(), adopted.stage(), adopted.version());
    }

    public ExtractionRun get(UUID run) {
        return jdbc.sql(RUNS + "where x.id = :run group by x.tenant_id, x.id")
                .param("run", run)
                .query((rs, row) -> run(rs))
                .optional()
                .orElseThrow(() -> new StoreException(
                        StoreException.Category.NOT_FOUND, "There is no reading with the id " + run));
    }

    /** All runs of extraction over a document version, oldest first. */
    public List<ExtractionRun> list(UUID document) {
        return jdbc.sql(RUNS + "where x.document_id = :document group by x.tenant_id, x.id order by x.created_at, x.id")
                .param("document", document)
                .query((rs, row) -> run(rs))
                .list();
    }

    private static ExtractionRun run(ResultSet rs) throws SQLException {
        return new ExtractionRun(
                rs.getObject("id", UUID.class),
                rs.getObject("document_id", UUID.class),
                rs.getString("stage"),
                rs.getString("version"),
                !rs.getBoolean("superseded"),
                rs.getInt("findings"),
                rs.getTimestamp("created_at").toInstant());
    }

    private void lock(UUID document) {
        List<UUID> locked = jdbc.sql("select id from document where id = :document for update")
                .param("document", document)
                .query(UUID.class)
                .list();
        if (locked.isEmpty()) {
            throw new StoreException(StoreException.Category.NOT_FOUND, "There is no document with the id " + document);
        }
    }

    private void supersede(UUID document, String stage, String version) {
        jdbc.sql("""
                update extraction_run set superseded = true
                where document_id = :document and stage = :stage and version <> :version and not superseded""")
                .param("document", document)
                .param("stage", stage)
                .param("version", version)
                .update();
        jdbc.sql("""
                update extraction_run set superseded = false
                where document_id = :document and stage = :stage and version = :version and superseded""")
                .param("document", document)
                .param("stage", stage)
                .param("version", version)
                .update();
    }
}
