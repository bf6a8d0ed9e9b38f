package io.recital.ingestion.job;

import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.ParseOutcome;
import io.recital.ingestion.embed.Embedder;
import io.recital.ingestion.segment.Segmenter;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.Segmentation;
import io.recital.models.contract.Contract;
import io.recital.models.contract.ContractReading;
import io.recital.models.contract.DocumentStatus;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.finding.ContractReader;
import io.recital.models.finding.LlmCalls;
import io.recital.models.finding.LlmUse;
import io.recital.models.store.EmbeddedPassage;
import io.recital.models.store.ItemState;
import io.recital.models.store.JobItem;
import io.recital.models.store.JobItem.Outcome;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes one file of a job from its bytes to a searchable contract, in steps that each end in a short transaction and may
 * all be repeated: what an earlier, killed attempt has kept is not made again.
 */
final class DocumentIngestion {
    private static final String STAGE = "reading";

    private final Tenancy tenancy;
    private final Repositories store;
    private final Originals originals;
    private final Segmenter segmenter;
    private final Embedder embedder;
    private final ReadingStage reading;
    private final ContractIdentity identity;
    private final CarriedStatements statements;

    /**
     * Who draws the findings, and the version that the result depends on.
     *
     * @param version of extractors, prompts and models together
     */
    record ReadingStage(ContractReader reader, String version) {
        /** A reading that left questions open is not the last word of its version: a later one may be adopted. */
        String versionOf(ContractReader.Reading reading) {
            int open = reading.use().open();
            return open == 0 ? version : version + " open/" + open;
        }
    }

    DocumentIngestion(
            Tenancy tenancy,
            Repositories store,
            FileReading files,
            Segmenter segmenter,
            Embedder embedder,
            ReadingStage reading) {
        this.tenancy = tenancy;
        this.store = store;
        this.originals = new Originals(tenancy, store.originals(), files);
        this.segmenter = segmenter;
        this.embedder = embedder;
        this.reading = reading;
        this.identity = new ContractIdentity(store);
        this.statements = new CarriedStatements(store);
    }

    /** What the first half made of a file: how it ended already, or what there is to read. */
    sealed interface Prepared permits Ended, Cut {}

    record Ended(Outcome outcome) implements Prepared {}

    record Cut(DocumentVersion version, ParsedDocument parsed, Segmentation segmentation) implements Prepared {}

    /** The first half: from the bytes to a searchable document. Files of one tenant are prepared one after the other. */
    Prepared prepare(UUID tenant, JobItem item) throws InterruptedException {
        Optional<DocumentVersion> known =
                tenancy.call(tenant, () -> store.documents().findBySha256(item.sha256()));
        if (known.isPresent() && known.get().status() == DocumentStatus.INGESTED) {
            return new Ended(unchanged(known.get()));
        }
        Optional<ParsedDocument> kept = known.flatMap(
                version -> tenancy.call(tenant, () -> store.documents().findParsed(version.id())));
        if (kept.isPresent()) {
            return cut(tenant, item, known.get(), kept.get());
        }
        ParseOutcome outcome = originals.parse(tenant, item);
        if (outcome instanceof ParseOutcome.Refused refused) {
            return new Ended(Outcome.of(ItemState.REFUSED, refused.reason()));
        }
        if (outcome instanceof ParseOutcome.NeedsOcr images) {
            return new Ended(needsOcr(tenant, item, images));
        }
        ParsedDocument parsed = ((ParseOutcome.Parsed) outcome).document();
        DocumentVersion version = tenancy.call(tenant, () -> receive(item, parsed));
        return version.status() == DocumentStatus.INGESTED
                ? new Ended(unchanged(version))
                : cut(tenant, item, version, parsed);
    }

    private Cut cut(UUID tenant, JobItem item, DocumentVersion version, ParsedDocument parsed) {
        return new Cut(version, parsed, segmentation(tenant, item, version, parsed));
    }

    private static Outcome unchanged(DocumentVersion version) {
        return new Outcome(ItemState.UNCHANGED, null, version.contract(), version.id(), 0, 0);
    }

    private DocumentVersion receive(JobItem item, ParsedDocument parsed) {
        DocumentVersion version =
                store.documents().receive(item.file(), item.sha256()).document();
        if (version.status() != DocumentStatus.INGESTED) {
            store.documents().markReceived(version.id());
            store.documents().storeText(version.id(), parsed, FileParser.VERSION);
        }
        return version;
    }

    private Outcome needsOcr(UUID tenant, JobItem item, ParseOutcome.NeedsOcr images) {
        return tenancy.call(tenant, () -> {
            DocumentVersion version =
                    store.documents().receive(item.file(), item.sha256()).document();
            store.documents().markNeedsOcr(version.id(), images.reason());
            return new Outcome(ItemState.NEEDS_OCR, images.reason(), version.contract(), version.id(), 0, 0);
        });
    }

    /** The second half: the findings, and what they say about the contract. How it ended is what the job records. */
    Outcome read(UUID tenant, JobItem item, Cut cut) {
        DocumentVersion version =
                tenancy.call(tenant, () -> store.documents().get(cut.version().id()));
        if (version.status() == DocumentStatus.INGESTED) {
            return unchanged(version);
        }
        Segmentation segmentation = cut.segmentation();
        Contract contract = tenancy.call(tenant, () -> store.contracts().get(version.contract()));
        ContractReader.Reading found = reading.reader()
                .read(
                        new ContractReading(
                                contract.id(),
                                version.id(),
                                version.file(),
                                contract.role(),
                                cut.parsed(),
                                segmentation),
                        calls(tenant, version.id(), item.id()));
        return tenancy.call(tenant, () -> {
            store.contracts().lock(contract.id());
            store.findings().store(version.id(), STAGE, reading.versionOf(found), found.findings());
            store.clauseScores().store(version.id(), STAGE, reading.versionOf(found), found.scores());
            identity.derive(contract, version, found.findings());
            found.remarks().forEach(remark -> store.jobs().addNote(item.job(), remark));
            if (!found.use().equals(LlmUse.NONE)) {
                store.llmCalls().storeCounts(item.id(), found.use());
            }
            store.documents().markIngested(version.id());
            statements.carryTo(version).ifPresent(note -> store.jobs().addNote(item.job(), note));
            Outcome outcome = new Outcome(
                    ItemState.INGESTED,
                    null,
                    contract.id(),
                    version.id(),
                    segmentation.passages().size(),
                    found.findings().size());
            store.jobs().finishItem(item.id(), outcome);
            return outcome;
        });
    }

    /**
     * Reads an ingested document with the extractors of today; what they find waits to be adopted.
     *
     * @return the id of the run
     */
    UUID readAgain(UUID tenant, UUID document) {
        ContractReading again = tenancy.call(tenant, () -> {
            DocumentVersion version = store.documents().get(document);
            ParsedDocument parsed = store.documents().findParsed(document).orElseThrow(() -> notRead(version));
            Segmentation segmentation = findKept(document).orElseThrow(() -> notRead(version));
            Contract contract = store.contracts().get(version.contract());
            return new ContractReading(contract.id(), document, version.file(), contract.role(), parsed, segmentation);
        });
        ContractReader.Reading found = reading.reader().read(again, calls(tenant, document, null));
        return tenancy.call(tenant, () -> {
            UUID run = store.findings().propose(document, STAGE, reading.versionOf(found), found.findings());
            store.clauseScores().store(document, STAGE, reading.versionOf(found), found.scores());
            return run;
        });
    }

    private LlmCalls calls(UUID tenant, UUID document, @Nullable UUID item) {
        return new DocumentCalls(tenancy, store.llmCalls(), tenant, document, item);
    }

    private static IngestionException notRead(DocumentVersion version) {
        return new IngestionException(
                IngestionException.Category.MISUSE,
                "The document " + version.id() + " was never read to its end; ingest it first");
    }

    private Segmentation segmentation(UUID tenant, JobItem item, DocumentVersion version, ParsedDocument parsed) {
        Optional<Segmentation> kept = tenancy.call(tenant, () -> findKept(version.id()));
        if (kept.isPresent()) {
            return kept.get();
        }
        Segmentation cut = segmenter.segment(version.id(), parsed);
        List<EmbeddedPassage> passages = embedder.embed(
                tenant, cut, done -> tenancy.run(tenant, () -> store.jobs().reportPassages(item.id(), done)));
        return tenancy.call(tenant, () -> {
            if (!store.clauses().store(version.id(), cut)) {
                return findKept(version.id()).orElse(cut);
            }
            store.passages().store(version.contract(), version.id(), passages);
            return cut;
        });
    }

    /** What an earlier attempt cut and embedded: clauses and passages are kept together or not at all. */
    private Optional<Segmentation> findKept(UUID document) {
        var clauses = store.clauses().listByDocument(document);
        return clauses.isEmpty()
                ? Optional.empty()
                : Optional.of(new Segmentation(
                        clauses,
                        store.clauses().listDefinitions(document),
                        store.passages().listByDocument(document),
                        Segmenter.VERSION));
    }
}
