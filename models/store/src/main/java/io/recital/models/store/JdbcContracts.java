package io.recital.models.store;

import io.recital.models.contract.Contract;
import io.recital.models.contract.TenantRole;
import io.recital.models.store.error.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contracts of the tenant. */
public final class JdbcContracts {
    private record Row(long seq, Contract contract) {}

    private final JdbcClient jdbc;

    public JdbcContracts(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** Adds a contract whose first document version is to follow in the same transaction. */
    void create(UUID id, UUID document, String title, NewDocument stated) {
        jdbc.sql("""
                insert into contract (id, title, role, document_id, external_ids, metadata)
                values (:id, :title, :role, :document, :externalIds::jsonb, :metadata::jsonb)""")
                .param("id", id)
                .param("title", title)
                .param("role", EnumWord.of(stated.role()))
                .param("document", document)
                .param("externalIds", StoreJson.write(stated.externalIds()))
                .param("metadata", StoreJson.write(stated.metadata()))
                .update();
    }

    public Contract get(UUID id) {
        return find(id).orElseThrow(() ->
                new StoreException(StoreException.Category.NOT_FOUND, "There is no contract with the id " + id));
    }

    public Optional<Contract> find(UUID id) {
        return jdbc.sql("select * from contract where id = :id")
                .param("id", id)
                .query((rs, row) -> map(rs).contract())
                .optional();
    }

    /**
     * The contract, which until the end of the transaction nobody else can change: what is stated of it and a new version
     * of it wait for each other here.
     */
    public Contract lock(UUID id) {
        jdbc.sql("select id from contract where id = :id for no key update")
                .param("id", id)
                .query(UUID.class)
                .list();
        return get(id);
    }

    /** All of the tenant's contracts, oldest first. */
    public List<Contract> list() {
        return jdbc.sql("select * from contract order by seq")
                .query((rs, row) -> map(rs).contract())
                .list();
    }

    /** How many there are. */
    public int count() {
        return jdbc.sql("select count(*) from contract").query(Integer.class).single();
    }

    /** One page, oldest first; {@code cursor} is null for the first. */
    public Page<Contract> list(ContractFilter filter, @Nullable String cursor, int size) {
        List<Row> rows = jdbc.sql("""
                select * from contract
                where seq > :after
                  and (:counterparty::uuid is null or counterparty_id = :counterparty)
                  and (:title::text is null or strpos(lower(title), lower(:title)) > 0)
                  and (:role::text is null or role = :role)
                  and (:externalId::text is null
                       or exists (select from jsonb_each_text(external_ids) as e where e.value = :externalId))
                order by seq
                limit :rows""")
                .param("after", Cursor.position(cursor, Long.MIN_VALUE))
                .param("counterparty", filter.counterparty())
                .param("title", filter.title())
                .param("role", filter.role() == null ? null : EnumWord.of(filter.role()))
                .param("externalId", filter.externalId())
                .param("rows", size + 1)
                .query((rs, row) -> map(rs))
                .list();
        return Page.cut(rows, size, Row::seq, Row::contract);
    }

    public void setTitle(UUID id, String title) {
        changed(
                id,
                jdbc.sql("update contract set title = :title where id = :id")
                        .param("title", title)
                        .param("id", id)
                        .update());
    }

    public void setRole(UUID id, TenantRole role) {
        changed(
                id,
                jdbc.sql("update contract set role = :role where id = :id")
                        .param("role", EnumWord.of(role))
                        .param("id", id)
                        .update());
    }

    public void setCounterparty(UUID id, @Nullable UUID counterparty) {
        changed(
                id,
                jdbc.sql("update contract set counterparty_id = :counterparty::uuid where id = :id")
                        .param("counterparty", counterparty)
                        .param("id", id)
                        .update());
    }

    /** Adds what the uploader states; a name stated again takes the new value. */
    public void addStatements(UUID id, Map<String, String> externalIds, Map<String, String> metadata) {
        changed(
                id,
                jdbc.sql("""
                        update contract set external_ids = external_ids || :externalIds::jsonb,
                            metadata = metadata || :metadata::jsonb
                        where id = :id""")
                        .param("externalIds", StoreJson.write(externalIds))
                        .param("metadata", StoreJson.write(metadata))
                        .param("id", id)
                        .update());
    }

    /** Serves a document version from now on, unless a later one is served already. */
    void serve(UUID document) {
        jdbc.sql("""
                update contract set document_id = d.id
                from document d, document served
                where d.id = :document and contract.id = d.contract_id
                  and served.id = contract.document_id
                  and (d.version > served.version or served.status <> 'ingested')""").param("document", document).update();
    }

    private static void changed(UUID id, int rows) {
        if (rows == 0) {
            throw new StoreException(StoreException.Category.NOT_FOUND, "There is no contract with the id " + id);
        }
    }

    private static Row map(ResultSet rs) throws SQLException {
        return new Row(
                rs.getLong("seq"),
                new Contract(
                        rs.getObject("id", UUID.class),
                        rs.getString("title"),
                        EnumWord.parse(TenantRole.class, rs.getString("role")),
                        rs.getObject("document_id", UUID.class),
                        rs.getObject("counterparty_id", UUID.class),
                        StoreJson.readStrings(rs.getString("external_ids")),
                        StoreJson.readStrings(rs.getString("metadata")),
                        rs.getTimestamp("created_at").toInstant()));
    }
}
