package io.recital.models.store;

import io.recital.models.finding.Finding;
import io.recital.models.finding.LostStatement;
import io.recital.models.finding.ReviewStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of stated findings when documents that they quote got new versions. */
public final class JdbcCarriedFindings {
    /**
     * Of what a finding goes on.
     *
     * @param finding as it is now
     * @param from as it was stated of an earlier version
     * @param document that version
     * @param version its number
     * @param clauseChanged whether a clause that it quotes says something else besides its words since
     */
    public record Origin(UUID finding, UUID from, UUID document, int version, boolean clauseChanged) {}

    private final JdbcClient jdbc;
    private final JdbcFindings findings;

    public JdbcCarriedFindings(DataSource dataSource, JdbcFindings findings) {
        this.jdbc = JdbcClient.create(dataSource);
        this.findings = findings;
    }

    /** A stated finding goes on as another one, of a later version. Call it in the transaction that keeps that one. */
    public void carry(UUID finding, Finding carried, boolean clauseChanged) {
        jdbc.sql("""
                insert into carried_finding (finding_id, document_id, carried_id, clause_changed)
                values (:finding, :document, :carried, :changed)
                on conflict (tenant_id, finding_id) do update
                set document_id = excluded.document_id, carried_id = excluded.carried_id,
                    clause_changed = excluded.clause_changed, lost = null, reason = null, changed_at = now()""")
                .param("finding", finding)
                .param("document", carried.document())
                .param("carried", carried.id())
                .param("changed", clauseChanged)
                .update();
    }

    /** A stated finding has to be stated again. */
    public void lose(LostStatement statement) {
        jdbc.sql("""
                insert into carried_finding (finding_id, document_id, lost, reason)
                values (:finding, :document, :quote::jsonb -> 0, :reason)
                on conflict (tenant_id, finding_id) do update
                set document_id = excluded.document_id, lost = excluded.lost, reason = excluded.reason,
                    changed_at = now()
                where carried_finding.carried_id is null""")
                .param("finding", statement.finding().id())
                .param("document", statement.document())
                .param("quote", FindingJson.write(List.of(statement.quote())))
                .param("reason", statement.reason())
                .update();
    }

    /** A finding states again what was lost. */
    public void settle(UUID lost, UUID again) {
        jdbc.sql("update carried_finding set carried_id = :again where finding_id = :lost and carried_id is null")
                .param("again", again)
                .param("lost", lost)
                .update();
    }

    /** What has to be stated again, of these contracts and nobody rejected, the earliest first. */
    public List<LostStatement> listLost(@Nullable Collection<UUID> contracts) {
        return jdbc
                .sql("""
                select k.finding_id, k.document_id, jsonb_build_array(k.lost) as lost, k.reason
                from carried_finding k join finding f on f.id = k.finding_id
                where k.carried_id is null
                  and (:contracts::uuid[] is null or f.contract_id = any(:contracts::uuid[]))
                order by f.seq""")
                .param(
                        "contracts",
                        contracts == null
                                ? null
                                : contracts.stream().map(UUID::toString).toArray(String[]::new))
                .query((rs, row) -> lost(rs))
                .list()
                .stream()
                .filter(lost -> lost.finding().review() != ReviewStatus.REJECTED)
                .toList();
    }

    private LostStatement lost(ResultSet rs) throws SQLException {
        return new LostStatement(
                findings.get(rs.getObject("finding_id", UUID.class)),
                FindingJson.readCitations(rs.getString("lost")).get(0),
                rs.getObject("document_id", UUID.class),
                rs.getString("reason"));
    }

    /** As what a finding goes on, or by what it was stated again; empty where it stands or is lost. */
    public Optional<UUID> findSuccessor(UUID finding) {
        return jdbc.sql("select carried_id from carried_finding where finding_id = :finding and carried_id is not null")
                .param("finding", finding)
                .query(UUID.class)
                .optional();
    }

    /** Those of some findings that were carried over, by their ids. */
    public Map<UUID, Origin> origins(Collection<UUID> carried) {
        return jdbc
                .sql("""
                select k.carried_id, k.finding_id, f.document_id, d.version, k.clause_changed
                from carried_finding k
                join finding f on f.id = k.finding_id
                join document d on d.id = f.document_id
                where k.carried_id = any(:carried::uuid[]) and k.lost is null""")
                .param("carried", carried.stream().map(UUID::toString).toArray(String[]::new))
                .query((rs, row) -> new Origin(
                        rs.getObject("carried_id", UUID.class),
                        rs.getObject("finding_id", UUID.class),
                        rs.getObject("document_id", UUID.class),
                        rs.getInt("version"),
                        rs.getBoolean("clause_changed")))
                .list()
                .stream()
                .collect(Collectors.toMap(Origin::finding, Function.identity(), (one, other) -> other));
    }
}
