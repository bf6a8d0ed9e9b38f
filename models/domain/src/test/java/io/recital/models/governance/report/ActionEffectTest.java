package io.recital.models.governance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.Recomputation;
import io.recital.models.governance.CorrectiveAction;
import io.recital.models.governance.Side;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActionEffectTest {
    private static CorrectiveAction action(@Nullable String done, @Nullable String measure) {
        return new CorrectiveAction(
                Governed.counterparty(),
                "Second crane",
                Side.THEIRS,
                "P. Holm",
                LocalDate.parse("2026-01-15"),
                LocalDate.parse("2026-02-28"),
                done == null ? null : LocalDate.parse(done),
                measure,
                null,
                null);
    }

    private static Governed year(Comparison comparison) {
        return new Governed(TenantRole.BUYER)
                .promising("Lifts on time", comparison, "95")
                .measured("Lifts on time", "2025-11", "90.1")
                .measured("Lifts on time", "2025-12", "91.2")
                .measured("Lifts on time", "2026-01", "50")
                .measured("Lifts on time", "2026-02", "99")
                .measured("Lifts on time", "2026-03", "94")
                .measured("Lifts on time", "2026-04", "96.5");
    }

    @Test
    void comparesWhatEndedBeforeItWasAgreedWithWhatBeganAfterItWasDone() {
        ActionEffect effect =
                ActionEffect.of(year(Comparison.AT_LEAST).dossier(), action("2026-02-10", "lifts on time"));

        assertThat(effect.before()).isEqualByComparingTo("90.65");
        assertThat(effect.after()).isEqualByComparingTo("95.25");
        assertThat(effect.display()).isEqualTo("better by 4.600");
        assertThat(effect.rows())
                .containsExactly(
                        "measurement:M-2025-11",
                        "measurement:M-2025-12",
                        "measurement:M-2026-03",
                        "measurement:M-2026-04");
        assertThat(effect.workings()).allMatch(Recomputation::holds);
    }

    @Test
    void moreIsWorseWhereTheTargetIsAMost() {
        assertThat(ActionEffect.of(year(Comparison.AT_MOST).dossier(), action("2026-02-10", "Lifts on time"))
                        .display())
                .isEqualTo("worse by 4.600");
    }

    @Test
    void namesWhatIsMissing() {
        Governed facts = year(Comparison.AT_LEAST);

        assertThat(ActionEffect.of(facts.dossier(), action("2026-02-10", null)).display())
                .isEqualTo("unknown: the measure that it should move");
        assertThat(ActionEffect.of(facts.dossier(), action(null, "Lifts on time"))
                        .missing())
                .contains("the day on which it was done");
        assertThat(ActionEffect.of(facts.dossier(), action("2026-02-10", "Invoice accuracy"))
                        .missing())
                .contains("Invoice accuracy");
        assertThat(ActionEffect.of(facts.dossier(), action("2026-06-15", "Lifts on time"))
                        .missing())
                .contains("began after it was done");
        assertThat(ActionEffect.of(year(Comparison.EQUAL).dossier(), action("2026-02-10", "Lifts on time"))
                        .missing())
                .contains("more or less");
    }
}
