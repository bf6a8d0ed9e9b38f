package io.recital.performance.claim;

import static io.recital.performance.MadeLedger.TODAY;
import static io.recital.performance.MadeLedger.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.contract.Contract;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.fact.Facts;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import io.recital.models.report.Standing;
import io.recital.performance.MadeLedger;
import io.recital.performance.claim.NothingToClaim.Category;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

class ClaimLetterTest {
    private static final LeakageClass OWED = LeakageClass.UNCLAIMED_ENTITLEMENT;

    private static ClaimLetter letter(Outcome... outcomes) {
        return ClaimLetter.of(MadeLedger.of("Haulier GmbH", outcomes), TODAY);
    }

    @Test
    void citesTheClauseTheRecordsAndTheCalculation() {
        assertThat(letter(entry(OWED, "EUR 135.00", ReviewStatus.ACCEPTED, TODAY))
                        .text())
                .contains("Haulier GmbH")
                .contains("30 June 2026")
                .contains("Claim for EUR 135.00")
                .contains("1. Three late deliveries: EUR 135.00")
                .contains("to be claimed by 30 June 2026")
                .contains("haulage.pdf, 9.2(a), page 4: “For each late delivery the Carrier credits EUR 45.”")
                .contains("product of late deliveries 3; for each a sum = EUR 135.00")
                .contains("Records: measurement:M-7");
    }

    @Test
    void quotesAClauseOnceInTheOrderOfItsWords() {
        LedgerEntry made = entry(OWED, "EUR 135.00", ReviewStatus.ACCEPTED, TODAY);
        Citation clause = made.rests().get(0).citations().get(0);
        Derivation step = new Derivation(
                Derivation.Operation.PRODUCT,
                List.of(
                        new Derivation.Input("rate", "45", cell(clause, 900, "EUR 45")),
                        new Derivation.Input("head", "each", cell(clause, 2, "Per\n late delivery"))),
                "EUR 135.00");
        LedgerEntry entry = new LedgerEntry(
                made.check(),
                made.leakage(),
                made.title(),
                made.period(),
                made.amount(),
                made.rests(),
                made.rows(),
                List.of(step),
                made.recoverableUntil(),
                made.confidence());

        assertThat(letter(entry).text())
                .contains("haulage.pdf, 9.2(a), page 4: “Per late delivery” … “For each late delivery the Carrier"
                        + " credits EUR 45.” … “EUR 45”")
                .containsOnlyOnce("haulage.pdf");
    }

    /** Other words of the same clause. */
    private static Citation cell(Citation clause, int start, String quote) {
        return new Citation(
                clause.contract(),
                clause.document(),
                clause.file(),
                clause.path(),
                clause.page(),
                new Span(start, start + quote.length()),
                quote,
                Sha256.of(quote),
                clause.role());
    }

    @Test
    void asksOnlyForWhatIsAcceptedClaimableAndInTime() {
        String text = letter(
                        entry(OWED, "EUR 135.00", ReviewStatus.ACCEPTED, null),
                        entry(OWED, "EUR 1000.00", ReviewStatus.UNREVIEWED, null),
                        entry(OWED, "EUR 2000.00", ReviewStatus.ACCEPTED, TODAY.minusDays(1)),
                        entry(LeakageClass.EXPOSURE, "EUR 4000.00", ReviewStatus.ACCEPTED, null),
                        entry(LeakageClass.RECOVERABLE_OVERPAYMENT, "EUR 15.00", ReviewStatus.CORRECTED, null),
                        entry(OWED, "GBP 7.00", ReviewStatus.ACCEPTED, null))
                .text();
        assertThat(text)
                .contains("Please credit or pay EUR 150.00 and GBP 7.00")
                .doesNotContain("1000.00", "2000.00", "4000.00");
    }

    @Test
    void aSellerAsksForWhatItInvoicedTooLittleAndABuyerDoesNot() {
        LedgerEntry entry = entry(LeakageClass.UNDER_BILLING, "EUR 70.00", ReviewStatus.ACCEPTED, null);

        assertThat(ClaimLetter.of(under(TenantRole.SELLER, entry), TODAY).text())
                .contains("Claim for EUR 70.00");
        assertThatThrownBy(() -> ClaimLetter.of(under(TenantRole.BUYER, entry), TODAY))
                .isInstanceOf(NothingToClaim.class);
    }

    private static Standing under(TenantRole role, LedgerEntry entry) {
        Standing standing = MadeLedger.of("Haulier GmbH", entry);
        UUID id = entry.rests().get(0).contract();
        Contract contract = new Contract(
                id, "Haulage", role, standing.family().counterparty().id(), null, Map.of(), Map.of(), Instant.EPOCH);
        ContractFamily family = new ContractFamily(
                standing.family().counterparty(),
                List.of(new FamilyMember(contract, Set.of("H-1"), entry.rests())),
                List.of());
        return new Standing(new Dossier(family, Facts.of(List.of()), TODAY), standing.ledger());
    }

    @Test
    void refusesWithTheReason() {
        assertThatThrownBy(() -> letter(entry(OWED, "EUR 9.00", ReviewStatus.UNREVIEWED, null)))
                .isInstanceOfSatisfying(NothingToClaim.class, refusal -> {
                    assertThat(refusal.category()).isEqualTo(Category.NOT_REVIEWED);
                    assertThat(refusal).hasMessageContaining("EUR 9.00").hasMessageContaining("nobody has accepted");
                });
        assertThatThrownBy(() -> letter(entry(OWED, "EUR 9.00", ReviewStatus.ACCEPTED, TODAY.minusDays(1))))
                .isInstanceOfSatisfying(
                        NothingToClaim.class,
                        refusal -> assertThat(refusal.category()).isEqualTo(Category.TOO_LATE));
        assertThatThrownBy(() -> letter(entry(LeakageClass.EXPOSURE, "EUR 9.00", ReviewStatus.ACCEPTED, null)))
                .isInstanceOfSatisfying(
                        NothingToClaim.class,
                        refusal -> assertThat(refusal.category()).isEqualTo(Category.NOTHING_OWED));
    }

    @Test
    void asksForNothingThatRestsOnADisputedMeasurement() {
        Standing standing = MadeLedger.of("Haulier GmbH", entry(OWED, "EUR 9.00", ReviewStatus.ACCEPTED, null));
        Standing disputed = new Standing(
                standing.dossier(),
                standing.ledger().withDisputes(Map.of("measurement:M-7", TODAY, "measurement:M-8", TODAY)));
        Standing elsewhere =
                new Standing(standing.dossier(), standing.ledger().withDisputes(Map.of("measurement:M-8", TODAY)));

        assertThatThrownBy(() -> ClaimLetter.of(disputed, TODAY))
                .isInstanceOfSatisfying(
                        NothingToClaim.class,
                        refusal -> assertThat(refusal.category()).isEqualTo(Category.DISPUTED));
        assertThat(ClaimLetter.of(elsewhere, TODAY).text()).contains("EUR 9.00");
        assertThat(ClaimLetter.of(
                                new Standing(
                                        disputed.dossier(), disputed.ledger().withDisputes(Map.of("x", TODAY))),
                                TODAY)
                        .text())
                .contains("EUR 9.00");
    }

    @Test
    void theWordDocumentSaysTheSame() throws IOException {
        ClaimLetter letter = letter(entry(OWED, "EUR 135.00", ReviewStatus.ACCEPTED, null));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(letter.docx()))) {
            String text = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .collect(Collectors.joining("\n"));
            assertThat(text.replaceAll("\\s+", " ").strip())
                    .isEqualTo(letter.text().replaceAll("\\s+", " ").strip());
        }
    }
}
