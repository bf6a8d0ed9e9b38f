package io.recital.eval.bench.scale;

import io.recital.eval.EvalException;
import io.recital.eval.bench.scale.ScaleLayout.Holding;
import io.recital.models.evidence.Sha256;
import io.recital.models.store.Database;
import io.recital.models.store.Repositories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts generated contracts into a database that holds nothing else, in bulk and in pieces that are each kept: a load that
 * was killed goes on where it ended.
 */
final class JdbcGeneratedPortfolio {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcGeneratedPortfolio.class);
    private static final int CONTRACTS_AT_ONCE = 50;
    private static final int REPORTED = 20_000;

    private final Database database;
    private final Repositories store;
    private final PassageGenerator generator;
    private final String model;

    /** @param model of the generated vectors */
    JdbcGeneratedPortfolio(Database database, PassageGenerator generator, String model) {
        this.database = database;
        this.store = Repositories.over(database.dataSource());
        this.generator = generator;
        this.model = model;
    }

    /** Loads what is missing of the layout. */
    void load(ScaleLayout layout) {
        for (Holding holding : layout.holdings()) {
            UUID tenant = store.tenants().findOrCreate(holding.tenant()).id();
            UUID counterparty = database.tenancy()
                    .call(
                            tenant,
                            () -> store.counterparties()
                                    .findOrCreate(holding.counterparty())
                                    .id());
            int done = contracts(tenant, counterparty);
            while (done < holding.contracts()) {
                int until = Math.min(holding.contracts(), done + CONTRACTS_AT_ONCE);
                copy(tenant, counterparty, holding, done, until);
                int passages = passages(holding, until);
                if (passages / REPORTED > passages(holding, done) / REPORTED) {
                    LOG.info("Generated {} of {} passages", passages, layout.passages());
                }
                done = until;
            }
        }
    }

    private static int passages(Holding holding, int contracts) {
        return (holding.first() + contracts) * ScaleLayout.PER_CONTRACT;
    }

    /** How many of the layout's contracts are there already. */
    int contracts() {
        return JdbcClient.create(database.ownerDataSource())
                .sql("select count(*) from contract")
                .query(Integer.class)
                .single();
    }

    private int contracts(UUID tenant, UUID counterparty) {
        return JdbcClient.create(database.ownerDataSource())
                .sql("select count(*) from contract where tenant_id = :tenant and counterparty_id = :counterparty")
                .param("tenant", tenant)
                .param("counterparty", counterparty)
                .query(Integer.class)
                .single();
    }

    private void copy(UUID tenant, UUID counterparty, Holding holding, int from, int until) {
        Rows originals = new Rows();
        Rows contracts = new Rows();
        Rows documents = new Rows();
        Rows clauses = new Rows();
        Rows passages = new Rows();
        for (int i = from; i < until; i++) {
            int number = holding.first() + i;
            UUID id = id("contract " + number);
            String hash = Sha256.of("generated " + number).hex();
            String file = "generated-%07d.txt".formatted(number);
            originals.add(tenant, hash, 1);
            contracts.add(tenant, id, "Generated contract " + number, "buyer", id, counterparty);
            documents.add(tenant, id, id, 1, file, hash, 1, "ingested");
            clauses.add(tenant, id, id, 0, "clause", "generated", "{}", 0, 1, "x", "en");
            int document = holding.alike() ? 0 : number % generator.documents();
            for (int ordinal = 0; ordinal < ScaleLayout.PER_CONTRACT; ordinal++) {
                add(passages, tenant, id, ordinal, generator.passage(document, number, ordinal));
            }
        }
        try (Connection connection = database.ownerDataSource().getConnection()) {
            connection.setAutoCommit(false);
            originals.copy(connection, "original (tenant_id, sha256, size)");
            contracts.copy(connection, "contract (tenant_id, id, title, role, document_id, counterparty_id)");
            documents.copy(connection, "document (tenant_id, id, contract_id, version, file, sha256, size, status)");
            clauses.copy(
                    connection,
                    "clause (tenant_id, id, document_id, ordinal, kind, path, heading_path, span_start, span_end, text, language)");
            passages.copy(
                    connection,
                    "passage (tenant_id, id, contract_id, document_id, clause_id, ordinal, path, heading_path, span_start,"
                            + " span_end, language, text, embedding, embedding_model, embed_sha256)");
            connection.commit();
        } catch (SQLException | IOException e) {
            throw new EvalException("Generated passages could not be stored: " + e.getMessage(), e);
        }
    }

    private void add(Rows passages, UUID tenant, UUID contract, int ordinal, GeneratedPassage passage) {
        passages.add(
                tenant,
                id("passage " + contract + " " + ordinal),
                contract,
                contract,
                contract,
                ordinal,
                "generated",
                Rows.array(passage.headingPath()),
                0,
                passage.text().codePointCount(0, passage.text().length()),
                "en",
                passage.text(),
                passage.vectorLiteral(),
                model,
                Sha256.of(passage.text()).hex());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("generated " + name).getBytes(StandardCharsets.UTF_8));
    }

    /** Rows as the database copies them in: a line each, fields divided by tabs. */
    private static final class Rows {
        private final StringBuilder lines = new StringBuilder();

        void add(Object... fields) {
            for (int i = 0; i < fields.length; i++) {
                lines.append(i == 0 ? "" : "\t").append(escaped(fields[i].toString()));
            }
            lines.append('\n');
        }

        private static String escaped(String field) {
            return field.replace("\\", "\\\\")
                    .replace("\t", "\\t")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r");
        }

        static String array(Iterable<String> elements) {
            StringBuilder array = new StringBuilder("{");
            for (String element : elements) {
                array.append(array.length() == 1 ? "\"" : ",\"")
                        .append(element.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
            return array.append('}').toString();
        }

        /** @param table with its columns */
        void copy(Connection connection, String table) throws SQLException, IOException {
            byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new java.io.ByteArrayInputStream(bytes));
        }
    }
}
