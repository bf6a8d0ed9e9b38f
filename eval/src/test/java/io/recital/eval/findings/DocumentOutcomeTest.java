package io.recital.eval.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Span;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.FindingKind;
import io.recital.models.store.FindingJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentOutcomeTest {
    private static final String PAYMENT = """
            {"kind":"lever","lever":"payment-term","parameters":[
              {"name":"period","value":{"type":"time-span","value":{"count":%d,"unit":"days"}}},
              {"name":"from","value":{"type":"text","value":"receipt of the invoice"}}]}""";
    private static final String DUTY = """
            {"kind":"obligation","modality":"%s","obligor":{"asWritten":"%s"},"action":"deliver the report",
             "deadline":{"type":"on-date","date":"%s"}}""";

    private static LabelledFinding at(int start, int end, String content) {
        return new LabelledFinding(start + "-" + end, FindingJson.readContent(content), List.of(new Span(start, end)));
    }

    private static DocumentOutcome outcome(LabelledFinding gold, LabelledFinding found) {
        return DocumentOutcome.of("a.pdf", List.of(gold), List.of(found));
    }

    @Test
    void takesARecordForRightWhoseNumbersAreTheSameWhateverTheirScale() {
        String measure = """
                {"kind":"measure","name":"Availability","term":"service-level","comparison":"at-least",
                 "target":%s,"unit":"%%","credits":[]}""";
        DocumentOutcome outcome =
                outcome(at(0, 50, measure.formatted("99.9")), at(10, 60, measure.formatted("99.900")));
        assertThat(outcome.right()).isEqualTo(1);
    }

    @Test
    void takesARecordForFoundButNotRightWhenANumberDiffers() {
        DocumentOutcome outcome = outcome(at(0, 50, PAYMENT.formatted(30)), at(0, 50, PAYMENT.formatted(45)));
        assertThat(outcome.pairs()).hasSize(1);
        assertThat(outcome.right()).isZero();
        assertThat(outcome.pairs().get(0).fields())
                .containsEntry("period", false)
                .containsEntry("text", true);
    }

    @Test
    void takesAnObligationForWrongWhenModalityObligorOrDateDiffers() {
        LabelledFinding gold = at(0, 50, DUTY.formatted("duty", "Supplier", "2026-03-31"));
        assertThat(outcome(gold, at(0, 50, DUTY.formatted("duty", "supplier", "2026-03-31")))
                        .right())
                .isEqualTo(1);
        assertThat(outcome(gold, at(0, 50, DUTY.formatted("right", "Supplier", "2026-03-31")))
                        .right())
                .isZero();
        assertThat(outcome(gold, at(0, 50, DUTY.formatted("duty", "Customer", "2026-03-31")))
                        .right())
                .isZero();
        assertThat(outcome(gold, at(0, 50, DUTY.formatted("duty", "Supplier", "2026-04-01")))
                        .right())
                .isZero();
    }

    @Test
    void doesNotPairWhatStandsElsewhereOrIsOfAnotherSort() {
        DocumentOutcome elsewhere = outcome(at(0, 50, PAYMENT.formatted(30)), at(40, 90, PAYMENT.formatted(30)));
        assertThat(elsewhere.missed()).hasSize(1);
        assertThat(elsewhere.surplus()).hasSize(1);
        FindingContent rebate = new CommercialLever(io.recital.models.finding.LeverType.REBATE, List.of());
        LabelledFinding other = new LabelledFinding("r", rebate, List.of(new Span(0, 50)));
        assertThat(outcome(at(0, 50, PAYMENT.formatted(30)), other).pairs()).isEmpty();
    }

    @Test
    void countsEachTypeByItself() {
        LabelledFinding rebate = at(200, 250, "{\"kind\":\"lever\",\"lever\":\"rebate\",\"parameters\":[]}");
        DocumentOutcome outcome = DocumentOutcome.of(
                "a.pdf",
                List.of(at(0, 50, PAYMENT.formatted(30)), at(60, 90, PAYMENT.formatted(45))),
                List.of(at(0, 50, PAYMENT.formatted(30)), at(60, 90, PAYMENT.formatted(60)), rebate));
        assertThat(TypeFigures.of(List.of(outcome)))
                .containsEntry("payment-term", new TypeFigures(2, 2, 2, 1))
                .containsEntry("rebate", new TypeFigures(0, 1, 0, 0))
                .hasSize(2);
        assertThat(new TypeFigures(2, 2, 2, 1).percentRight()).isEqualTo(50);
    }

    @Test
    void pairsRowsOfATableByTheirValuesWhenTheyShareTheirHeader() {
        Span header = new Span(0, 90);
        LabelledFinding thirty = new LabelledFinding(
                "30", FindingJson.readContent(PAYMENT.formatted(30)), List.of(header, new Span(100, 110)));
        LabelledFinding sixty = new LabelledFinding(
                "60", FindingJson.readContent(PAYMENT.formatted(60)), List.of(header, new Span(120, 130)));
        DocumentOutcome outcome = DocumentOutcome.of(
                "a.pdf",
                List.of(thirty, sixty),
                List.of(at(0, 90, PAYMENT.formatted(60)), at(0, 90, PAYMENT.formatted(30))));
        assertThat(outcome.right()).isEqualTo(2);
    }

    @Test
    void countsPrecisionRecallAndF1OfTheRightOnes() {
        LabelledFinding gold = at(0, 50, PAYMENT.formatted(30));
        LabelledFinding missed = at(200, 250, PAYMENT.formatted(10));
        DocumentOutcome outcome = DocumentOutcome.of(
                "a.pdf",
                List.of(gold, missed),
                List.of(
                        at(0, 50, PAYMENT.formatted(30)),
                        at(60, 90, PAYMENT.formatted(5)),
                        at(91, 99, PAYMENT.formatted(6))));
        FindingsReport.Figures figures =
                FindingsReport.of(List.of(outcome), 0, 1).kinds().get("lever");
        assertThat(figures.precision().mean()).isEqualTo(1 / 3.0);
        assertThat(figures.recall().mean()).isEqualTo(0.5);
        assertThat(figures.f1().mean()).isEqualTo(0.4);
        assertThat(outcome.of(FindingKind.FACT).pairs()).isEmpty();
    }
}
