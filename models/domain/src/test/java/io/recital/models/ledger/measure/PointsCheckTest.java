package io.recital.models.ledger.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.fact.Direction;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsCheckTest {
    private static final Set<String> CELLS = Set.of(
            "Target missed, Critical Value not reached",
            "2",
            "Target missed and Critical Value reached",
            "5",
            "below 90%");

    /** The finding with its cells told from its sentences. */
    private static Finding withCells(Finding finding) {
        List<Citation> citations = finding.citations().stream()
                .map(citation -> new Citation(
                        citation.contract(),
                        citation.document(),
                        citation.file(),
                        citation.path(),
                        citation.page(),
                        citation.span(),
                        citation.quote(),
                        citation.sha256(),
                        CELLS.contains(citation.quote())
                                ? CitationRole.CELL
                                : citation.quote().startsWith("Critical")
                                        ? CitationRole.TABLE_HEADER
                                        : citation.role()))
                .toList();
        return new Finding(
                finding.id(),
                finding.contract(),
                finding.document(),
                null,
                finding.content(),
                citations,
                finding.confidence(),
                finding.provenance(),
                false,
                finding.review());
    }

    private static Finding right(String action, String trigger, String consequence) {
        return withCells(FamilyInWords.finding(
                "FM-2",
                new Obligation(Modality.RIGHT, new PartyReference("Client", null), null, action, trigger, null, null),
                consequence,
                "Target missed, Critical Value not reached",
                "2",
                "Target missed and Critical Value reached",
                "5",
                "The points of three successive months are added up.",
                "Points that led to a deduction are used up.",
                "The Client may claim the deduction within 30 days of receipt of the Monthly Report."));
    }

    private static Finding cleaning() {
        return withCells(new MeasureInWords("Rooms cleaned", "97")
                .kpi()
                .words("Critical Value", "below 90%")
                .in("FM-2"));
    }

    private static YearOfFacts facts(String... good) {
        YearOfFacts facts = new YearOfFacts("FM-2", Direction.RECEIVED);
        for (int i = 0; i < good.length; i++) {
            String month = "2025-0" + (i + 1);
            facts.measured("Rooms cleaned", month, good[i], "100", "2025-0" + (i + 2) + "-05")
                    .invoiced("CLN", "Cleaning", month, "4000.00");
        }
        return facts;
    }

    private static List<Outcome> check(YearOfFacts facts, Finding... findings) {
        FamilyInWords family = new FamilyInWords(TenantRole.BUYER).with("FM-2", "agreement", "2025-01-01", findings);
        return new PointsCheck().run(new Dossier(family.build(), facts.build(), LocalDate.parse("2025-08-30")));
    }

    private static final Finding DEDUCTION = right(
            "deduct 10% of the Cleaning Charges of that month",
            "7 or more valid points", "Deduction of 10% of the Cleaning Charges of that month");

    @ParameterizedTest(name = "{0} {1} {2} {3} {4}: deducted in {5}")
    @CsvSource({
        "97, 97, 97, 97, 97, ''", // met each month
        "96, 89, 97, 97, 97, 2025-02", // 2 and 5
        "96, 97, 97, 89, 97, ''", // the 2 of January have expired in April
        "96, 97, 89, 97, 97, 2025-03", // and are still valid in March
        "90, 90, 90, 90, 97, ''", // 90 is not below 90: 2 each, 6 in three months
        "89, 96, 96, 97, 97, 2025-02", // used up in February: March begins anew
    })
    void deductsInTheMonthInWhichTheStageIsReached(
            String january, String february, String march, String april, String may, String reached) {
        List<Outcome> outcomes = check(facts(january, february, march, april, may), cleaning(), DEDUCTION);

        assertThat(outcomes).hasSize(reached.isEmpty() ? 0 : 1);
        outcomes.forEach(outcome -> {
            LedgerEntry entry = (LedgerEntry) outcome;
            assertThat(entry.period().from()).isEqualTo(reached + "-01");
            assertThat(entry.amount().getAmount()).isEqualByComparingTo("400.00");
        });
    }

    @Test
    void takesOffADeductionThatWasMade() {
        YearOfFacts facts =
                facts("96", "89").credited("Deduction for points, February 2025", "2025-02", "2025-03-20", "400");

        assertThat(check(facts, cleaning(), DEDUCTION)).isEmpty();
    }

    @Test
    void tellsOfARightThatHasNoSum() {
        Finding termination = right("terminate the agreement", "7 or more valid points", "Termination");

        assertThat(check(facts("96", "89"), cleaning(), termination))
                .singleElement()
                .isInstanceOf(Breach.class);
    }
}
