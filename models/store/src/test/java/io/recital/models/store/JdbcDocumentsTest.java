package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.Segmentation;
import io.recital.models.contract.Contract;
import io.recital.models.contract.DocumentStatus;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.StoredText;
import io.recital.models.store.error.StoreException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JdbcDocumentsTest {
    private final Repositories store = SharedDatabase.repositories();
    private final UUID tenant = SharedDatabase.newTenant();

    private <T> T inTenant(Supplier<T> work) {
        return SharedDatabase.get().tenancy().call(tenant, work);
    }

    private DocumentVersion receive(String file, String content) {
        return inTenant(() -> store.documents().receive(NewDocument.of(file), Samples.bytes(content)))
                .document();
    }

    @Test
    void receivingAFileMakesAContractWithItsFirstVersion() {
        NewDocument file = new NewDocument(
                "msa.pdf",
                null,
                "deal.zip",
                TenantRole.BUYER,
                Map.of("clm", "C-7"),
                Map.of("effectiveDate", "2026-01-01"));

        Receipt receipt = inTenant(() -> store.documents().receive(file, Samples.bytes("one")));

        DocumentVersion document = receipt.document();
        assertThat(receipt.isNew()).isTrue();
        assertThat(document.version()).isEqualTo(1);
        assertThat(document.status()).isEqualTo(DocumentStatus.RECEIVED);
        assertThat(document.sha256()).isEqualTo(Sha256.of("one"));
        assertThat(document.size()).isEqualTo(3);
        assertThat(document.container()).isEqualTo("deal.zip");
        Contract contract = inTenant(() -> store.contracts().get(document.contract()));
        assertThat(contract.title()).isEqualTo("msa.pdf");
        assertThat(contract.role()).isEqualTo(TenantRole.BUYER);
        assertThat(contract.document()).isEqualTo(document.id());
        assertThat(contract.externalIds()).containsExactly(Map.entry("clm", "C-7"));
        assertThat(contract.metadata()).containsExactly(Map.entry("effectiveDate", "2026-01-01"));
    }

    @Test
    void theSameBytesInTheSameTenantAreANoOp() {
        DocumentVersion first = receive("a.pdf", "same");

        Receipt again = inTenant(() -> store.documents().receive(NewDocument.of("b.pdf"), Samples.bytes("same")));

        assertThat(again.isNew()).isFalse();
        assertThat(again.document()).isEqualTo(first);
        assertThat(inTenant(() -> store.contracts().list())).hasSize(1);
    }

    @Test
    void theSameBytesInAnotherTenantAreAContractOfItsOwn() {
        DocumentVersion first = receive("a.pdf", "shared");
        UUID other = SharedDatabase.newTenant();

        Receipt receipt = SharedDatabase.get()
                .tenancy()
                .call(other, () -> store.documents().receive(NewDocument.of("a.pdf"), Samples.bytes("shared")));

        assertThat(receipt.isNew()).isTrue();
        assertThat(receipt.document().id()).isNotEqualTo(first.id());
        assertThat(inTenant(() -> store.documents().find(receipt.document().id())))
                .isEmpty();
    }

    @Test
    void aReplacementIsServedOnceItIsIngested() {
        DocumentVersion first = receive("v1.pdf", "version one");
        inTenant(() -> {
            store.documents().markIngested(first.id());
            return null;
        });
        NewDocument replacement =
                new NewDocument("v2.pdf", first.contract(), null, TenantRole.UNKNOWN, Map.of("erp", "9"), Map.of());
        DocumentVersion second = inTenant(() -> store.documents().receive(replacement, Samples.bytes("version two")))
                .document();

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.contract()).isEqualTo(first.contract());
        assertThat(served(first.contract())).isEqualTo(first.id());

        inTenant(() -> {
            store.documents().markIngested(second.id());
            store.documents().markIngested(first.id());
            return null;
        });
        assertThat(served(first.contract())).isEqualTo(second.id());
        assertThat(inTenant(() -> store.contracts().get(first.contract())).externalIds())
                .containsEntry("erp", "9");
        assertThat(inTenant(() -> store.documents().listByContract(first.contract())))
                .extracting(DocumentVersion::id)
                .containsExactly(first.id(), second.id());
    }

    private UUID served(UUID contract) {
        return inTenant(() -> store.contracts().get(contract)).document();
    }

    @Test
    void replacesAlsoTakesTheIdOfADocument() {
        DocumentVersion first = receive("v1.txt", "old");
        NewDocument replacement = new NewDocument("v2.txt", first.id(), null, TenantRole.UNKNOWN, Map.of(), Map.of());

        assertThat(inTenant(() -> store.documents().receive(replacement, Samples.bytes("new")))
                        .document()
                        .contract())
                .isEqualTo(first.contract());
    }

    @Test
    void refusesToReplaceWhatTheTenantDoesNotHave() {
        NewDocument replacement =
                new NewDocument("v2.txt", UUID.randomUUID(), null, TenantRole.UNKNOWN, Map.of(), Map.of());

        assertThatThrownBy(() -> inTenant(() -> store.documents().receive(replacement, Samples.bytes("x"))))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.category()).isEqualTo(StoreException.Category.NOT_FOUND));
    }

    @Test
    void givesBackTheOriginalByteForByte() {
        byte[] content = new byte[3_000_001];
        new Random(7).nextBytes(content);
        DocumentVersion document = inTenant(
                        () -> store.documents().receive(NewDocument.of("big.bin"), OriginalContent.of(content)))
                .document();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        inTenant(() -> {
            store.originals().copyTo(document.sha256(), out);
            return null;
        });

        assertThat(out.toByteArray()).isEqualTo(content);
    }

    @Test
    void keepsTextLayoutAndPagesAsParsed() {
        DocumentVersion document = receive("a.pdf", "parsed");
        ParsedDocument parsed = Samples.parsed();

        assertThat(inTenant(() -> store.documents().storeText(document.id(), parsed, "pdf 1")))
                .isTrue();

        assertThat(inTenant(() -> store.documents().findParsed(document.id()))).contains(parsed);
        assertThat(inTenant(() -> store.documents().getText(document.id()))).isEqualTo(parsed.text());
        DocumentVersion stored = inTenant(() -> store.documents().get(document.id()));
        assertThat(stored.pageCount()).isEqualTo(2);
        assertThat(stored.parser()).isEqualTo("pdf 1");
        assertThat(stored.warnings()).containsExactly("Page 2 is an image without text.");
    }

    @Test
    void storedTextNeverChanges() {
        DocumentVersion document = receive("a.txt", "text once");
        ParsedDocument other = new ParsedDocument(
                StoredText.of("other"), List.of(), PageMap.NONE, "text/plain", null, false, List.of());
        inTenant(() -> store.documents().storeText(document.id(), Samples.parsed(), "txt 1"));

        assertThat(inTenant(() -> store.documents().storeText(document.id(), other, "txt 2")))
                .isFalse();

        assertThat(inTenant(() -> store.documents().getText(document.id())).value())
                .isEqualTo(Samples.TEXT);
        assertThat(inTenant(() -> store.documents().get(document.id())).parser())
                .isEqualTo("txt 1");
    }

    @Test
    void keepsClausesDefinitionsAndPassagesOnce() {
        DocumentVersion document = receive("a.pdf", "segmented");
        Segmentation cut = Samples.segmentation();
        Embedding embedding = new Embedding("bge", Sha256.of("Payment"), vector(0.5f));
        List<EmbeddedPassage> passages =
                List.of(new EmbeddedPassage(cut.passages().get(0), embedding));

        for (int run = 0; run < 2; run++) {
            boolean first = run == 0;
            boolean stored = inTenant(() -> {
                boolean made = store.clauses().store(document.id(), cut);
                store.passages().store(document.contract(), document.id(), passages);
                return made;
            });
            assertThat(stored).isEqualTo(first);
        }

        assertThat(inTenant(() -> store.clauses().listByDocument(document.id())))
                .containsExactly(cut.clauses().get(1), cut.clauses().get(0));
        assertThat(inTenant(() -> store.clauses().listDefinitions(document.id())))
                .containsExactlyElementsOf(cut.definitions());
        assertThat(inTenant(() -> store.passages().listByDocument(document.id())))
                .containsExactlyElementsOf(cut.passages());
        assertThat(inTenant(() -> store.passages().count(document.id()))).isEqualTo(1);
        Segmentation stored =
                inTenant(() -> store.findSegmentation(document.id())).orElseThrow();
        assertThat(stored.segmenter()).isEqualTo(cut.segmenter());
        assertThat(stored.passages()).isEqualTo(cut.passages());
        Map<Sha256, float[]> known = inTenant(
                () -> store.passages().findEmbeddings("bge", List.of(Sha256.of("Payment"), Sha256.of("unknown"))));
        assertThat(known).containsOnlyKeys(Sha256.of("Payment"));
        assertThat(known.get(Sha256.of("Payment"))).containsExactly(vector(0.5f));
        assertThat(inTenant(() -> store.passages().findEmbeddings("other", List.of(Sha256.of("Payment")))))
                .isEmpty();
    }

    private static float[] vector(float value) {
        float[] vector = new float[384];
        Arrays.fill(vector, value);
        return vector;
    }

    @Test
    void saysWhyAFileWasNotIngested() {
        DocumentVersion document = receive("broken.pdf", "%PDF broken");
        inTenant(() -> {
            store.documents().markRefused(document.id(), "The file ends in the middle.");
            return null;
        });

        DocumentVersion refused = inTenant(() -> store.documents().get(document.id()));
        assertThat(refused.status()).isEqualTo(DocumentStatus.REFUSED);
        assertThat(refused.statusReason()).isEqualTo("The file ends in the middle.");
    }
}
