package io.recital.models.store;

import io.recital.models.contract.Contract;
import io.recital.models.family.DocumentRelation;
import io.recital.models.family.RelationKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the tenant's contracts stand to each other, and the numbers that they bear. */
public final class JdbcRelations {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    public JdbcRelations(DataSource dataSource) {
        this.batch = new NamedParameterJdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(batch);
    }

    /**
     * Whether all these contracts were read together in their current document versions, by a version of the reader, and
     * not before their findings were there: another job may still have been reading some of them.
     */
    public boolean areRead(Collection<Contract> contracts, String version) {
        Map<UUID, UUID> read = new HashMap<>();
        jdbc.sql("""
                select contract_id, document_id from family_reading r
                where contract_id = any(:contracts::uuid[]) and version = :version
                    and not exists (
                        select 1 from extraction_run x
                        where x.document_id = r.document_id and not x.superseded
                            and x.created_at > r.read_at - interval '1 minute')""")
                .param("contracts", ids(contracts))
                .param("version", version)
                .query((RowCallbackHandler) rs ->
                        read.put(rs.getObject("contract_id", UUID.class), rs.getObject("document_id", UUID.class)));
        return contracts.stream().allMatch(contract -> contract.document().equals(read.get(contract.id())));
    }

    /** Keeps what was read of a family, in the place of what was read of these contracts before. Call it in a transaction. */
    public void replace(
            Collection<Contract> contracts,
            Map<UUID, Set<String>> references,
            List<DocumentRelation> relations,
            String version) {
        for (String delete : List.of(
                "delete from family_reading where contract_id = any(:contracts::uuid[])",
                "delete from contract_reference where contract_id = any(:contracts::uuid[])",
                "delete from document_relation where contract_id = any(:contracts::uuid[])")) {
            jdbc.sql(delete).param("contracts", ids(contracts)).update();
        }
        batch.batchUpdate(
                "insert into family_reading (contract_id, document_id, version) values (:contract, :document, :version)",
                contracts.stream()
                        .map(contract -> new MapSqlParameterSource("contract", contract.id())
                                .addValue("document", contract.document())
                                .addValue("version", version))
                        .toArray(SqlParameterSource[]::new));
        batch.batchUpdate(
                "insert into contract_reference (contract_id, reference) values (:contract, :reference)",
                references.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .map(reference -> new MapSqlParameterSource("contract", entry.getKey())
                                        .addValue("reference", reference)))
                        .toArray(SqlParameterSource[]::new));
        batch.batchUpdate("""
                insert into document_relation (contract_id, kind, to_contract_id, to_name, signed, effective, confidence,
                    evidence)
                values (:contract, :kind, :to, :toName, :signed, :effective, :confidence, :evidence::jsonb)""", relations.stream().map(JdbcRelations::row).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(DocumentRelation relation) {
        return new MapSqlParameterSource("contract", relation.contract())
                .addValue("kind", EnumWord.of(relation.kind()))
                .addValue("to", relation.to())
                .addValue("toName", relation.toName())
                .addValue("signed", relation.signed())
                .addValue("effective", relation.effective())
                .addValue("confidence", relation.confidence())
                .addValue("evidence", FindingJson.write(relation.evidence()));
    }

    /** The relations of these contracts, in the order in which they were read. */
    public List<DocumentRelation> listByContracts(Collection<Contract> contracts) {
        return jdbc.sql("select * from document_relation where contract_id = any(:contracts::uuid[]) order by seq")
                .param("contracts", ids(contracts))
                .query((rs, row) -> map(rs))
                .list();
    }

    /** The numbers that these contracts bear, by contract; none for one that bears none. */
    public Map<UUID, Set<String>> references(Collection<Contract> contracts) {
        Map<UUID, Set<String>> references = new HashMap<>();
        jdbc.sql("select contract_id, reference from contract_reference where contract_id = any(:contracts::uuid[])")
                .param("contracts", ids(contracts))
                .query((RowCallbackHandler) rs -> references
                        .computeIfAbsent(rs.getObject("contract_id", UUID.class), id -> new HashSet<>())
                        .add(rs.getString("reference")));
        return references;
    }

    private static String[] ids(Collection<Contract> contracts) {
        return contracts.stream().map(contract -> contract.id().toString()).toArray(String[]::new);
    }

    private static DocumentRelation map(ResultSet rs) throws SQLException {
        return new DocumentRelation(
                rs.getObject("contract_id", UUID.class),
                EnumWord.parse(RelationKind.class, rs.getString("kind")),
                rs.getObject("to_contract_id", UUID.class),
                rs.getString("to_name"),
                rs.getObject("signed", LocalDate.class),
                rs.getObject("effective", LocalDate.class),
                rs.getDouble("confidence"),
                FindingJson.readCitations(rs.getString("evidence")));
    }
}
