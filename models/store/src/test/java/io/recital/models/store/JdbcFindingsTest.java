package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.recital.models.contract.Counterparty;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.contract.TenantRole;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.TypedValue;
import io.recital.models.store.error.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JdbcFindingsTest {
    private static final FindingContent LAW =
            ContractFact.of(FactType.GOVERNING_LAW, new TypedValue.Text("the laws of Ireland"));
    private static final FindingContent DUTY = new Obligation(
            Modality.DUTY, new PartyReference("Supplier", null), null, "report monthly", null, null, null);

    private final Repositories store = SharedDatabase.repositories();
    private final UUID tenant = SharedDatabase.newTenant();

    private <T> T inTenant(Supplier<T> work) {
        return SharedDatabase.get().tenancy().call(tenant, work);
    }

    private DocumentVersion document(String content) {
        return inTenant(() -> {
            DocumentVersion document = store.documents()
                    .receive(NewDocument.of("msa.pdf"), Samples.bytes(content))
                    .document();
            store.documents().markIngested(document.id());
            return document;
        });
    }

    private boolean store(DocumentVersion document, String version, Finding... findings) {
        return inTenant(() -> store.findings().store(document.id(), "cascade", version, List.of(findings)));
    }

    private List<Finding> list(FindingFilter filter) {
        return inTenant(() -> store.findings().list(filter));
    }

    @Test
    void givesBackAFindingAsItWasStored() {
        DocumentVersion document = document("a");
        Finding finding = Samples.finding(document, LAW, 0.9);

        store(document, "1", finding);

        assertThat(list(FindingFilter.ANY)).containsExactly(finding);
        assertThat(inTenant(() -> store.findings().get(finding.id()))).isEqualTo(finding);
    }

    @Test
    void theSameStageInTheSameVersionAgainIsANoOp() {
        DocumentVersion document = document("b");
        assertThat(store(document, "1", Samples.finding(document, LAW, 0.9))).isTrue();

        assertThat(store(document, "1", Samples.finding(document, LAW, 0.9))).isFalse();

        assertThat(list(FindingFilter.ANY)).hasSize(1);
    }

    @Test
    void aNewerVersionOfTheStageTakesThePlaceOfTheOlder() {
        DocumentVersion document = document("c");
        Finding older = Samples.finding(document, LAW, 0.9);
        Finding newer = Samples.finding(document, DUTY, 0.8);
        store(document, "1", older);

        store(document, "2", newer);

        assertThat(list(FindingFilter.ANY)).containsExactly(newer);
        assertThat(inTenant(() -> store.findings().find(older.id()))).contains(older);

        store(document, "1", Samples.finding(document, LAW, 0.1));
        assertThat(list(FindingFilter.ANY)).containsExactly(older);
    }

    @Test
    void filtersByKindTypeContractCounterpartyAndConfidence() {
        DocumentVersion document = document("d");
        DocumentVersion other = document("e");
        Finding law = Samples.finding(document, LAW, 0.9);
        Finding duty = Samples.finding(document, DUTY, 0.5);
        Finding elsewhere = Samples.finding(other, LAW, 0.9);
        store(document, "1", law, duty);
        store(other, "1", elsewhere);
        Counterparty northwind = inTenant(() -> store.counterparties().findOrCreate("Northwind Hosting Ltd"));
        inTenant(() -> {
            store.contracts().setCounterparty(document.contract(), northwind.id());
            return null;
        });

        assertThat(list(FindingFilter.ANY)).containsExactly(law, duty, elsewhere);
        assertThat(list(FindingFilter.ANY.ofKind(FindingKind.OBLIGATION))).containsExactly(duty);
        assertThat(list(FindingFilter.ANY.ofType("governing-law"))).containsExactly(law, elsewhere);
        assertThat(list(FindingFilter.ofContract(other.contract()))).containsExactly(elsewhere);
        assertThat(list(FindingFilter.ofCounterparty(northwind.id()))).containsExactly(law, duty);
        assertThat(list(new FindingFilter(null, null, null, null, null, 0.6))).containsExactly(law, elsewhere);
    }

    @Test
    void listsSomeKindsOfSomeContractsOfThisTenantOnly() {
        DocumentVersion document = document("l1");
        DocumentVersion other = document("l2");
        DocumentVersion third = document("l3");
        Finding law = Samples.finding(document, LAW, 0.9);
        Finding elsewhere = Samples.finding(other, LAW, 0.9);
        store(document, "1", law, Samples.finding(document, DUTY, 0.5));
        store(other, "1", elsewhere);
        store(third, "1", Samples.finding(third, LAW, 0.9));
        Set<UUID> contracts = Set.of(document.contract(), other.contract());
        Set<FindingKind> kinds = Set.of(FindingKind.FACT, FindingKind.LEVER);

        assertThat(inTenant(() -> store.findings().listByContracts(contracts, kinds)))
                .containsExactly(law, elsewhere);
        assertThat(inTenant(() -> store.findings().listByContracts(Set.of(), kinds)))
                .isEmpty();
        assertThat(SharedDatabase.get()
                        .tenancy()
                        .call(SharedDatabase.newTenant(), () -> store.findings().listByContracts(contracts, kinds)))
                .isEmpty();
    }

    @Test
    void servesFindingsOfTheCurrentVersionUnlessAnOlderOneIsAskedFor() {
        DocumentVersion first = document("f");
        Finding old = Samples.finding(first, LAW, 0.9);
        store(first, "1", old);
        DocumentVersion second = inTenant(() -> {
            DocumentVersion replacement = store.documents()
                    .receive(
                            new NewDocument("v2.pdf", first.contract(), null, TenantRole.UNKNOWN, Map.of(), Map.of()),
                            Samples.bytes("g"))
                    .document();
            store.documents().markIngested(replacement.id());
            return replacement;
        });
        Finding current = Samples.finding(second, DUTY, 0.9);
        store(second, "1", current);

        assertThat(list(FindingFilter.ofContract(first.contract()))).containsExactly(current);
        assertThat(list(FindingFilter.ofDocument(first.id()))).containsExactly(old);
    }

    @Test
    void pagesThroughAllFindingsOnce() {
        DocumentVersion document = document("h");
        Finding[] findings = new Finding[7];
        for (int i = 0; i < findings.length; i++) {
            findings[i] = Samples.finding(document, LAW, i / 10.0);
        }
        store(document, "1", findings);

        List<Finding> read = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Page<Finding> page = inTenant(() -> store.findings().list(FindingFilter.ANY, from, 3));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
            read.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(read).containsExactly(findings);
    }

    @Test
    void refusesACursorThatNoPageGave() {
        assertThatThrownBy(() -> inTenant(() -> store.findings().list(FindingFilter.ANY, "not a cursor", 3)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void aDecisionIsAppendedAndHoldsForTheSameStatementFoundAgain() {
        DocumentVersion document = document("i");
        Finding finding = Samples.finding(document, LAW, 0.9);
        store(document, "1", finding);
        FindingReview rejected = new FindingReview(ReviewStatus.REJECTED, "Ada", "not this clause", null);
        FindingReview accepted = new FindingReview(ReviewStatus.ACCEPTED, "Bo", null, null);
        inTenant(() -> {
            store.reviews().add(finding.id(), rejected);
            store.reviews().add(finding.id(), accepted);
            return null;
        });
        Finding again = Samples.finding(document, LAW, 0.95);
        store(document, "2", again);

        assertThat(inTenant(() -> store.findings().get(again.id())).review()).isEqualTo(ReviewStatus.ACCEPTED);
        assertThat(inTenant(() -> store.reviews().list(again.id())))
                .extracting(FindingDecision::review)
                .containsExactly(rejected, accepted);
        assertThat(inTenant(() -> store.reviews().listLatest()))
                .extracting(FindingDecision::review)
                .containsExactly(accepted);
    }

    private void review(Finding finding, ReviewStatus status, FindingContent correction) {
        inTenant(() -> {
            store.reviews().add(finding.id(), new FindingReview(status, "Ada", null, correction));
            return null;
        });
    }

    @Test
    void whatWasAcceptedStaysWhenANewerReadingNoLongerFindsIt() {
        DocumentVersion document = document("r1");
        Finding law = Samples.finding(document, LAW, 0.9);
        Finding duty = Samples.finding(document, DUTY, 0.9);
        store(document, "1", law, duty);
        review(law, ReviewStatus.ACCEPTED, null);

        store(document, "2");

        assertThat(list(FindingFilter.ANY)).extracting(Finding::id).containsExactly(law.id());
    }

    @Test
    void aCorrectionStandsForWhatANewerReadingSaysOfTheSameWords() {
        DocumentVersion document = document("r2");
        Finding first = Samples.finding(document, LAW, 0.9);
        store(document, "1", first);
        FindingContent right = ContractFact.of(FactType.GOVERNING_LAW, new TypedValue.Text("Ireland"));
        review(first, ReviewStatus.CORRECTED, right);
        FindingContent other = ContractFact.of(FactType.GOVERNING_LAW, new TypedValue.Text("Irish law"));

        store(document, "2", Samples.finding(document, other, 0.9), Samples.finding(document, DUTY, 0.9));

        assertThat(list(FindingFilter.ANY)).extracting(Finding::content).containsExactly(right, DUTY);
    }

    @Test
    void whatStoodBesideAnAcceptedFindingIsServedStill() {
        DocumentVersion document = document("r5");
        FindingContent other = ContractFact.of(FactType.GOVERNING_LAW, new TypedValue.Text("England"));
        Finding ireland = Samples.finding(document, LAW, 0.9);
        store(document, "1", ireland, Samples.finding(document, other, 0.9));
        review(ireland, ReviewStatus.ACCEPTED, null);

        store(document, "2", Samples.finding(document, other, 0.9));

        assertThat(list(FindingFilter.ANY)).extracting(Finding::content).containsExactly(LAW, other);
    }

    @Test
    void whatWasRejectedIsNotKeptBeyondTheReadingThatFoundIt() {
        DocumentVersion document = document("r3");
        Finding law = Samples.finding(document, LAW, 0.9);
        store(document, "1", law);
        review(law, ReviewStatus.REJECTED, null);

        store(document, "2");

        assertThat(list(FindingFilter.ANY)).isEmpty();
    }

    @Test
    void aProposedReadingIsServedOnlyWhenItIsAdopted() {
        DocumentVersion document = document("r4");
        Finding law = Samples.finding(document, LAW, 0.9);
        Finding duty = Samples.finding(document, DUTY, 0.9);
        store(document, "1", law);

        UUID run = inTenant(() -> store.findings().propose(document.id(), "cascade", "2", List.of(duty)));

        assertThat(list(FindingFilter.ANY)).containsExactly(law);
        assertThat(inTenant(() -> store.findings().listOfRun(run))).containsExactly(duty);
        assertThat(inTenant(() -> store.findings().propose(document.id(), "cascade", "2", List.of())))
                .isEqualTo(run);

        inTenant(() -> {
            store.runs().adopt(run);
            return null;
        });

        assertThat(list(FindingFilter.ANY)).containsExactly(duty);
        assertThat(inTenant(() -> store.runs().list(document.id())))
                .extracting(ExtractionRun::version, ExtractionRun::current, ExtractionRun::findings)
                .containsExactly(tuple("1", false, 1), tuple("2", true, 1));
    }

    @Test
    void aCorrectionIsServedInPlaceOfWhatWasFound() {
        DocumentVersion document = document("j");
        Finding finding = Samples.finding(document, LAW, 0.9);
        store(document, "1", finding);
        FindingContent right = ContractFact.of(FactType.GOVERNING_LAW, new TypedValue.Text("the laws of Scotland"));

        inTenant(() -> {
            store.reviews().add(finding.id(), new FindingReview(ReviewStatus.CORRECTED, "Ada", null, right));
            return null;
        });

        Finding served = list(FindingFilter.ANY).get(0);
        assertThat(served.content()).isEqualTo(right);
        assertThat(served.review()).isEqualTo(ReviewStatus.CORRECTED);
    }

    @Test
    void theServiceCannotChangeAFinding() {
        assertThatThrownBy(() -> inTenant(() -> SharedDatabase.get()
                        .jdbc()
                        .sql("update finding set confidence = 1")
                        .update()))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void anotherTenantFindsNothing() {
        DocumentVersion document = document("k");
        Finding finding = Samples.finding(document, LAW, 0.9);
        store(document, "1", finding);

        assertThat(SharedDatabase.get()
                        .tenancy()
                        .<Boolean>call(
                                SharedDatabase.newTenant(),
                                () -> store.findings().find(finding.id()).isPresent()))
                .isFalse();
    }
}
