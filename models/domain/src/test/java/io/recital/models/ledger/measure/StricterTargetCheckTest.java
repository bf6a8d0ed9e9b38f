package io.recital.models.ledger.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.family.FamilyInWords;
import io.recital.models.family.RelationKind;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The target of 95 % became one of 97 % on 1 June 2025. */
class StricterTargetCheckTest {
    private static List<Outcome> check(TenantRole role, String good, boolean settled) {
        YearOfFacts facts = new YearOfFacts("CC-1", Direction.RECEIVED)
                .measured("R1 Pickups on schedule", "2025-06", good, "100", "2025-07-02");
        if (settled) {
            facts.claimed("Liquidated damages June 2025", "2025-06", "2025-07-05", "400.00", "credited");
            facts.credited("Liquidated damages June 2025", "2025-06", "2025-07-10", "400.00");
        }
        FamilyInWords family = new FamilyInWords(role)
                .with(
                        "CC-1",
                        "agreement",
                        "2025-01-01",
                        new MeasureInWords("Pickups on schedule", "95")
                                .kpi()
                                .words("R1")
                                .in("CC-1"))
                .with(
                        "CC-2",
                        "amendment",
                        "2025-06-01",
                        new MeasureInWords("Pickups on schedule", "97")
                                .kpi()
                                .words("R1")
                                .in("CC-2"))
                .related("CC-2", RelationKind.AMENDS, "CC-1");
        return new StricterTargetCheck().run(new Dossier(family.build(), facts.build(), LocalDate.parse("2025-07-20")));
    }

    /** What was reached, whether it was settled, for whom, and whether the miss is told. */
    @ParameterizedTest
    @CsvSource({
        "96, true, BUYER, true",
        "95, true, BUYER, true",
        "97, true, BUYER, false",
        "94, true, BUYER, false",
        "96, false, BUYER, false",
        "96, true, SELLER, false"
    })
    void tellsAMissThatWasNoneBefore(String good, boolean settled, TenantRole role, boolean told) {
        assertThat(check(role, good, settled)).hasSize(told ? 1 : 0).allMatch(Breach.class::isInstance);
    }
}
