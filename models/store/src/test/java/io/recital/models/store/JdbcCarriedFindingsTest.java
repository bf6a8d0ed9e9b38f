package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.DocumentVersion;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LostStatement;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.StatedFinding;
import io.recital.models.finding.TypedValue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JdbcCarriedFindingsTest {
    private static final FindingContent LAW =
            ContractFact.of(FactType.GOVERNING_LAW, new TypedValue.Text("the laws of Ireland"));

    private final Repositories store = SharedDatabase.repositories();
    private final UUID tenant = SharedDatabase.newTenant();

    private <T> T inTenant(Supplier<T> work) {
        return SharedDatabase.get().tenancy().call(tenant, work);
    }

    private DocumentVersion document(NewDocument file, String content) {
        return inTenant(() -> {
            DocumentVersion document =
                    store.documents().receive(file, Samples.bytes(content)).document();
            store.documents().markIngested(document.id());
            return document;
        });
    }

    private static NewDocument replacing(String file, DocumentVersion first) {
        return new NewDocument(file, first.contract(), null, TenantRole.UNKNOWN, Map.of(), Map.of());
    }

    private static Finding stated(DocumentVersion document) {
        Finding found = Samples.finding(document, LAW, 1);
        return new Finding(
                found.id(),
                found.contract(),
                found.document(),
                null,
                found.content(),
                found.citations(),
                1,
                StatedFinding.PROVENANCE,
                false,
                ReviewStatus.UNREVIEWED);
    }

    private Finding state(DocumentVersion document) {
        return inTenant(() -> {
            Finding finding = store.findings().state(stated(document));
            store.reviews().add(finding.id(), new FindingReview(ReviewStatus.ACCEPTED, "R. Okafor", "read it", null));
            return store.findings().get(finding.id());
        });
    }

    private List<Finding> served() {
        return inTenant(() -> store.findings().list(FindingFilter.ANY));
    }

    private Finding carry(Finding from, DocumentVersion to) {
        return inTenant(() -> {
            Finding kept = store.findings().state(stated(to));
            store.reviews().carry(from.id(), kept.id());
            store.carriedFindings().carry(from.id(), kept, true);
            return store.findings().get(kept.id());
        });
    }

    private void lose(Finding finding, DocumentVersion in) {
        Citation quote = finding.citations().get(0);
        inTenant(() -> {
            store.carriedFindings().lose(new LostStatement(finding, quote, in.id(), "no longer stands in b.pdf"));
            return null;
        });
    }

    private List<LostStatement> lost() {
        return inTenant(() -> store.carriedFindings().listLost(null));
    }

    @Test
    void whatIsCarriedOverBringsTheDecisionAndTellsWhereItComesFrom() {
        DocumentVersion first = document(NewDocument.of("a.pdf"), "carry a" + tenant);
        Finding finding = state(first);
        DocumentVersion second = document(replacing("b.pdf", first), "carry b" + tenant);

        Finding carried = carry(finding, second);

        assertThat(carried.review()).isEqualTo(ReviewStatus.ACCEPTED);
        assertThat(served()).containsExactly(carried);
        assertThat(inTenant(() -> store.reviews().list(carried.id())))
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.review().reviewer()).isEqualTo("R. Okafor");
                    assertThat(decision.review().note()).isEqualTo("read it");
                });
        assertThat(inTenant(() -> store.carriedFindings().origins(List.of(carried.id()))))
                .hasEntrySatisfying(carried.id(), origin -> {
                    assertThat(origin.from()).isEqualTo(finding.id());
                    assertThat(origin.version()).isEqualTo(1);
                    assertThat(origin.clauseChanged()).isTrue();
                });
        assertThat(inTenant(() -> store.carriedFindings().findSuccessor(finding.id())))
                .contains(carried.id());
        assertThat(inTenant(() -> store.findings().listStated(first.contract())))
                .containsExactly(carried);
    }

    @Test
    void whatIsLostIsListedUntilItIsStatedAgainRejectedOrFoundInALaterVersion() {
        DocumentVersion first = document(NewDocument.of("a.pdf"), "lose a" + tenant);
        Finding finding = state(first);
        DocumentVersion second = document(replacing("b.pdf", first), "lose b" + tenant);
        lose(finding, second);

        assertThat(served()).isEmpty();
        assertThat(lost()).singleElement().satisfies(statement -> {
            assertThat(statement.finding()).isEqualTo(finding);
            assertThat(statement.words()).isEqualTo("“within 30 days” no longer stands in b.pdf");
        });
        assertThat(inTenant(() -> store.findings().listStated(first.contract())))
                .containsExactly(finding);

        DocumentVersion third = document(replacing("c.pdf", first), "lose c" + tenant);
        Finding carried = carry(finding, third);
        assertThat(lost()).isEmpty();
        assertThat(served()).containsExactly(carried);

        DocumentVersion fourth = document(replacing("d.pdf", first), "lose d" + tenant);
        lose(carried, fourth);
        Finding again = state(fourth);
        inTenant(() -> {
            store.carriedFindings().settle(carried.id(), again.id());
            return null;
        });
        assertThat(lost()).isEmpty();
        assertThat(inTenant(() -> store.carriedFindings().origins(List.of(again.id()))))
                .isEmpty();

        lose(again, fourth);
        assertThat(lost()).hasSize(1);
        inTenant(() -> {
            store.reviews().add(again.id(), new FindingReview(ReviewStatus.REJECTED, "R. Okafor", null, null));
            return null;
        });
        assertThat(lost()).isEmpty();
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        DocumentVersion first = document(NewDocument.of("a.pdf"), "wall a" + tenant);
        Finding finding = state(first);
        DocumentVersion second = document(replacing("b.pdf", first), "wall b" + tenant);
        lose(finding, second);
        UUID other = SharedDatabase.newTenant();

        SharedDatabase.get().tenancy().run(other, () -> {
            assertThat(store.carriedFindings().listLost(null)).isEmpty();
            assertThat(store.carriedFindings().findSuccessor(finding.id())).isEmpty();
            assertThat(store.findings().listStated(first.contract())).isEmpty();
            store.carriedFindings().settle(finding.id(), finding.id());
        });
        assertThat(lost()).hasSize(1);
    }

    @Test
    void whatPeopleKeptOfAnEarlierReadingDoesNotHideWhatIsStated() {
        DocumentVersion document = document(NewDocument.of("a.pdf"), "keep a" + tenant);
        FindingContent other = ContractFact.of(FactType.GOVERNING_LAW, new TypedValue.Text("the laws of England"));
        Finding read = Samples.finding(document, other, 0.9);
        inTenant(() -> store.findings().store(document.id(), "reading", "1", List.of(read)));
        inTenant(() -> {
            store.reviews().add(read.id(), new FindingReview(ReviewStatus.ACCEPTED, "R. Okafor", null, null));
            return null;
        });
        Finding stated = state(document);

        inTenant(() -> store.findings().store(document.id(), "reading", "2", List.of()));

        assertThat(served()).extracting(Finding::id).containsExactlyInAnyOrder(read.id(), stated.id());
    }
}
