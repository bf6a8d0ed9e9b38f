package io.recital.models.store;

import io.recital.models.clause.ParsedDocument;
import io.recital.models.contract.DocumentStatus;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.StoredText;
import io.recital.models.store.error.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The document versions of the tenant's contracts: how each was received, read and judged. */
public final class JdbcDocuments {
    /** The name of a file and how its text begins. */
    public record Beginning(String file, String text) {}

    private final JdbcClient jdbc;
    private final JdbcContracts contracts;
    private final JdbcOriginals originals;

    public JdbcDocuments(DataSource dataSource, JdbcContracts contracts, JdbcOriginals originals) {
        this.jdbc = JdbcClient.create(dataSource);
        this.contracts = contracts;
        this.originals = originals;
    }

    /**
     * Takes a file in: keeps its bytes and makes a document version, of a new contract or of the one that it replaces.
     * The same bytes in the same tenant are a no-op. Call it in a transaction.
     */
    public Receipt receive(NewDocument file, OriginalContent content) {
        return receive(file, originals.store(content));
    }

    /** The same for bytes that are kept already. */
    public Receipt receive(NewDocument file, Sha256 sha256) {
        Optional<DocumentVersion> known = lockAndFind(sha256);
        if (known.isPresent()) {
            return new Receipt(known.get(), false);
        }
        UUID document = UUID.randomUUID();
        UUID replaces = file.replaces();
        UUID contract;
        int version = 1;
        if (replaces == null) {
            contract = UUID.randomUUID();
            contracts.create(contract, document, file.file(), file);
        } else {
            contract = lockContract(replaces);
            version = nextVersion(contract);
            contracts.addStatements(contract, file.externalIds(), file.metadata());
        }
        insert(document, contract, version, file, sha256);
        return new Receipt(get(document), true);
    }

    /** Two that hand in the same bytes at once wait for each other here, so that one makes the version. */
    private Optional<DocumentVersion> lockAndFind(Sha256 sha256) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_setting('recital.tenant') || :sha256, 0))")
                .param("sha256", sha256.hex())
                .query((rs, row) -> row)
                .list();
        return findBySha256(sha256);
    }

    private UUID lockContract(UUID replaces) {
        return jdbc.sql("""
                select id from contract
                where id = coalesce((select contract_id from document where id = :replaces), :replaces)
                for update""")
                .param("replaces", replaces)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new StoreException(
                        StoreException.Category.NOT_FOUND,
                        "There is no contract or document with the id " + replaces
                                + " to replace; list the contracts"));
    }

    private int nextVersion(UUID contract) {
        return jdbc.sql("select max(version) + 1 from document where contract_id = :contract")
                .param("contract", contract)
                .query(Integer.class)
                .single();
    }

    private void insert(UUID id, UUID contract, int version, NewDocument file, Sha256 sha256) {
        jdbc.sql("""
                insert into document (id, contract_id, version, file, sha256, size, status, container)
                values (:id, :contract, :version, :file, :sha256, :size, 'received', :container)""")
                .param("id", id)
                .param("contract", contract)
                .param("version", version)
                .param("file", file.file())
                .param("sha256", sha256.hex())
                .param("size", originals.size(sha256))
                .param("container", file.container())
                .update();
    }

    public DocumentVersion get(UUID id) {
        return find(id).orElseThrow(() -> absent(id));
    }

    public Optional<DocumentVersion> find(UUID id) {
        return jdbc.sql("select * from document where id = :id")
                .param("id", id)
                .query((rs, row) -> map(rs))
                .optional();
    }

    /** The latest version made of these bytes. */
    public Optional<DocumentVersion> findBySha256(Sha256 sha256) {
        return jdbc.sql("select * from document where sha256 = :sha256 order by parsing desc limit 1")
                .param("sha256", sha256.hex())
                .query((rs, row) -> map(rs))
                .optional();
    }

    /** All versions of a contract, oldest first. */
    public List<DocumentVersion> listByContract(UUID contract) {
        return jdbc.sql("select * from document where contract_id = :contract order by version")
                .param("contract", contract)
                .query((rs, row) -> map(rs))
                .list();
    }

    /**
     * Keeps what a parser read. Stored text never changes: for a version that has its text already this does nothing
     * and returns false.
     *
     * @param parser its name and version
     */
    public boolean storeText(UUID document, ParsedDocument parsed, String parser) {
        String text = parsed.text().value();
        if (text.indexOf('\0') >= 0) {
            throw new StoreException(
                    StoreException.Category.MISUSE, "The text holds the character U+0000, which cannot be stored");
        }
        int inserted = jdbc.sql("""
                insert into document_text (document_id, text, title, layout)
                values (:document, :text, :title, :layout)
                on conflict (tenant_id, document_id) do nothing""")
                .param("document", document)
                .param("text", text)
                .param("title", parsed.title())
                .param("layout", LayoutJson.write(parsed))
                .update();
        if (inserted > 0) {
            describe(document, parsed, parser);
        }
        return inserted > 0;
    }

    private void describe(UUID document, ParsedDocument parsed, String parser) {
        int pages = parsed.pages().pageStarts().size();
        int rows = jdbc.sql("""
                update document set media_type = :mediaType, from_ocr = :fromOcr, page_count = :pages,
                    parser = :parser, warnings = :warnings
                where id = :document""")
                .param("mediaType", parsed.mediaType())
                .param("fromOcr", parsed.fromOcr())
                .param("pages", pages == 0 ? null : pages)
                .param("parser", parser)
                .param("warnings", parsed.warnings().toArray(String[]::new))
                .param("document", document)
                .update();
        changed(document, rows);
    }

    public StoredText getText(UUID document) {
        return jdbc.sql("select text from document_text where document_id = :document")
                .param("document", document)
                .query(String.class)
                .optional()
                .map(StoredText::of)
                .orElseThrow(() -> new StoreException(
                        StoreException.Category.NOT_FOUND,
                        "There is no stored text for the document " + document + "; look at its status"));
    }

    /** How the stored texts of these documents begin, by document. */
    public Map<UUID, Beginning> listBeginnings(Collection<UUID> documents, int characters) {
        Map<UUID, Beginning> beginnings = new HashMap<>();
        jdbc.sql("""
                select d.id, d.file, left(t.text, :characters) as beginning
                from document d join document_text t on t.document_id = d.id
                where d.id = any(:documents::uuid[])""")
                .param("characters", characters)
                .param("documents", documents.stream().map(UUID::toString).toArray(String[]::new))
                .query((RowCallbackHandler) rs -> beginnings.put(
                        rs.getObject("id", UUID.class),
                        new Beginning(rs.getString("file"), rs.getString("beginning"))));
        return beginnings;
    }

    /** Everything that the parser read; empty before parsing and for a refused document. */
    public Optional<ParsedDocument> findParsed(UUID document) {
        return jdbc.sql("""
                select t.text, t.title, t.layout, d.media_type, d.from_ocr, d.warnings
                from document_text t join document d on d.id = t.document_id
                where t.document_id = :document""")
                .param("document", document)
                .query((rs, row) -> parsed(rs))
                .optional();
    }

    /** Ends its ingestion: from now on it is what its contract's searches and findings come from. */
    public void markIngested(UUID document) {
        setStatus(document, DocumentStatus.INGESTED, null);
        contracts.serve(document);
    }

    public void markNeedsOcr(UUID document, String reason) {
        setStatus(document, DocumentStatus.NEEDS_OCR, reason);
    }

    public void markRefused(UUID document, String reason) {
        setStatus(document, DocumentStatus.REFUSED, reason);
    }

    /** Puts a document back to where it was when received, so that its ingestion can be tried again. */
    public void markReceived(UUID document) {
        setStatus(document, DocumentStatus.RECEIVED, null);
    }

    private void setStatus(UUID document, DocumentStatus status, @Nullable String reason) {
        changed(
                document,
                jdbc.sql("update document set status = :status, status_reason = :reason where id = :document")
                        .param("status", EnumWord.of(status))
                        .param("reason", reason)
                        .param("document", document)
                        .update());
    }

    /** Stamps which segmenter cut the document. */
    void setSegmenter(UUID document, String segmenter) {
        changed(
                document,
                jdbc.sql("update document set segmenter = :segmenter where id = :document")
                        .param("segmenter", segmenter)
                        .param("document", document)
                        .update());
    }

    /** Name and version of what cut the document into clauses; empty before that. */
    Optional<String> findSegmenter(UUID document) {
        return jdbc.sql("select segmenter from document where id = :document and segmenter is not null")
                .param("document", document)
                .query(String.class)
                .optional();
    }

    private static void changed(UUID document, int rows) {
        if (rows == 0) {
            throw absent(document);
        }
    }

    private static StoreException absent(UUID id) {
        return new StoreException(StoreException.Category.NOT_FOUND, "There is no document with the id " + id);
    }

    private static List<String> strings(ResultSet rs, String column) throws SQLException {
        return Arrays.asList((String[]) rs.getArray(column).getArray());
    }

    private static ParsedDocument parsed(ResultSet rs) throws SQLException {
        LayoutJson.Layout layout = LayoutJson.read(rs.getBytes("layout"));
        return new ParsedDocument(
                StoredText.of(rs.getString("text")),
                layout.blocks(),
                layout.pages(),
                rs.getString("media_type"),
                rs.getString("title"),
                rs.getBoolean("from_ocr"),
                strings(rs, "warnings"));
    }

    private static DocumentVersion map(ResultSet rs) throws SQLException {
        return new DocumentVersion(
                rs.getObject("id", UUID.class),
                rs.getObject("contract_id", UUID.class),
                rs.getInt("version"),
                rs.getString("file"),
                new Sha256(rs.getString("sha256")),
                rs.getLong("size"),
                rs.getString("media_type"),
                EnumWord.parse(DocumentStatus.class, rs.getString("status")),
                rs.getString("status_reason"),
                rs.getBoolean("from_ocr"),
                rs.getObject("page_count", Integer.class),
                rs.getString("parser"),
                rs.getString("container"),
                strings(rs, "warnings"),
                rs.getTimestamp("received_at").toInstant());
    }
}
