package io.recital.models.ledger.measure;

import static io.recital.models.ledger.measure.MeasureInWords.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.family.FamilyInWords;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarnBackCheckTest {
    private static List<Outcome> check(String... good) {
        YearOfFacts facts = new YearOfFacts("AG-7", Direction.RECEIVED)
                .invoiced("ADJ", "Credit earned back, January 2025", "2025-01", "300.00");
        for (int i = 0; i < good.length; i++) {
            facts.measured("A1", "2025-0" + (i + 1), good[i], "100", "2025-0" + (i + 2) + "-03");
        }
        FamilyInWords family = new FamilyInWords(TenantRole.BUYER)
                .with(
                        "AG-7",
                        "agreement",
                        "2025-01-01",
                        new MeasureInWords("Uptime", "99")
                                .credit(null, "99", percent("3"))
                                .words(
                                        "A1",
                                        "A credit for A1 is earned back if A1 is met in each of the two months that follow.")
                                .in("AG-7"));
        return new EarnBackCheck().run(new Dossier(family.build(), facts.build(), LocalDate.parse("2025-06-30")));
    }

    @Test
    void letsACreditBeChargedBackThatWasEarned() {
        assertThat(check("98", "99", "100", "90")).isEmpty();
    }

    @Test
    void recoversWhatWasChargedBackThoughAMonthThatHadToBeMetWasMissed() {
        assertThat(check("98", "99", "98")).singleElement().isInstanceOfSatisfying(LedgerEntry.class, entry -> {
            assertThat(entry.leakage()).isEqualTo(LeakageClass.RECOVERABLE_OVERPAYMENT);
            assertThat(entry.amount().getAmount()).isEqualByComparingTo("300");
            assertThat(entry.rows()).containsExactly("invoice-line:I-1", "measurement:M-4");
        });
    }

    @ParameterizedTest
    @CsvSource({"98, 99", "99, 99"})
    void saysWhatIsMissingToJudge(String january, String february) {
        assertThat(check(january, february)).singleElement().isInstanceOf(NotCheckable.class);
    }
}
