package io.recital.eval.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.fact.Period;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerJudgeTest {
    private static final Period MAY = Period.of(YearMonth.of(2026, 5));
    private static final Period JUNE = Period.of(YearMonth.of(2026, 6));

    @Test
    void findsWhatComesToTheCentInItsClass() {
        assertThat(judge(List.of(item("a", "exposure", "rate", MAY, "10.00")), entry("rate", MAY, "10.00", "A-1")))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.MISSED, Verdict.FALSE_CLAIM);
        assertThat(judge(
                        List.of(item("a", "recoverable-overpayment", "rate", MAY, "10.00")),
                        entry("tier-price", MAY, "10.00", "A-1")))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.FOUND);
        assertThat(judge(
                        List.of(item("a", "recoverable-overpayment", "rate", MAY, "10.00")),
                        entry("rate", JUNE, "10.00", "A-1")))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.MISSED, Verdict.FALSE_CLAIM);
    }

    @Test
    void takesEntriesOfOneCheckTogetherAndNoneTwice() {
        PlantedItem item = item("a", "recoverable-overpayment", "rate", new Period(MAY.from(), JUNE.to()), "10.00");
        assertThat(judge(List.of(item), entry("rate", MAY, "4.00", "A-1"), entry("rate", JUNE, "6.00", "A-2")))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.FOUND);
        assertThat(judge(List.of(item), entry("rate", MAY, "10.00", "A-1"), entry("rate", MAY, "10.00", "A-1")))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.FOUND, Verdict.FALSE_CLAIM);
    }

    @Test
    void saysThatAnAmountIsWrongOnlyOfTheSameMatter() {
        PlantedItem item = item("a", "recoverable-overpayment", "rate", MAY, "10.00");
        assertThat(judge(List.of(item), entry("rate", MAY, "9.99", "A-7")))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.WRONG_AMOUNT);
        assertThat(judge(List.of(item), entry("surcharge", MAY, "9.99", "A-1")))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.WRONG_AMOUNT);
        assertThat(judge(List.of(item), entry("surcharge", MAY, "9.99", "A-7")))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.MISSED, Verdict.FALSE_CLAIM);
    }

    @Test
    void blamesATrapForWhatItLedTo() {
        PlantedItem trap = item("t", "trap", "tax", MAY, null);
        assertThat(judge(List.of(trap), entry("rate", MAY, "3.00", "A-1")))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.TRAP_CLAIMED);
        assertThat(judge(List.of(trap), entry("rate", MAY, "3.00", "A-7")))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.TRAP_AVOIDED, Verdict.FALSE_CLAIM);
    }

    @Test
    void findsABreachByItsCheckAndDays() {
        PlantedItem item = item("b", "breach", "obligation", MAY, null);
        assertThat(judge(List.of(item), breach("obligation", MAY), breach("notice", MAY)))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.FOUND, Verdict.FALSE_CLAIM);
    }

    /** A breach of other words in the same days is another one. */
    @Test
    void findsABreachOnlyByItsWordsOrRows() {
        assertThat(judge(List.of(breachOf("the words said here")), breach("obligation", MAY)))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.FOUND);
        assertThat(judge(List.of(breachOf("something else is said")), breach("obligation", MAY)))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.MISSED, Verdict.FALSE_CLAIM);
    }

    private static PlantedItem breachOf(String words) {
        return new PlantedItem(
                "b",
                "family",
                "breach",
                "obligation",
                "Title",
                MAY,
                null,
                null,
                null,
                null,
                null,
                List.of(new PlantedItem.Quote("a.pdf", words)));
    }

    private static List<Judged> judge(List<PlantedItem> items, Outcome... claims) {
        return LedgerJudge.judge("family", items, List.of(claims));
    }

    private static PlantedItem item(String id, String itemClass, String check, Period period, @Nullable String amount) {
        PlantedItem.@Nullable Sum sum = amount == null ? null : new PlantedItem.Sum(new BigDecimal(amount), "EUR");
        return new PlantedItem(
                id, "family", itemClass, check, "Title", period, sum, null, null, null, List.of("A-1"), null);
    }

    private static LedgerEntry entry(String check, Period period, String amount, String row) {
        return new LedgerEntry(
                check,
                LeakageClass.RECOVERABLE_OVERPAYMENT,
                "Title",
                period,
                Money.parse("EUR " + amount),
                List.of(finding()),
                List.of("invoice-line:" + row),
                List.of(new Derivation(
                        Derivation.Operation.SUM, List.of(new Derivation.Input("sum", amount, null)), amount)),
                null,
                1);
    }

    private static Breach breach(String check, Period period) {
        return new Breach(check, "Title", period, List.of(finding()), List.of());
    }

    private static Finding finding() {
        UUID id = UUID.randomUUID();
        Citation citation = new Citation(
                id,
                id,
                "a.pdf",
                "1",
                null,
                new Span(0, 16),
                "words  said\nhere",
                Sha256.of("words  said\nhere"),
                CitationRole.CLAUSE);
        return new Finding(
                id,
                id,
                id,
                null,
                new ContractFact(FactType.EFFECTIVE_DATE, new TypedValue.Day(LocalDate.of(2026, 1, 1)), null),
                List.of(citation),
                1,
                new Provenance("test", "1"),
                false,
                ReviewStatus.ACCEPTED);
    }
}
