package io.recital.models.governance.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Derivation;
import io.recital.models.fact.Facts;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.governance.Governance;
import io.recital.models.governance.GovernanceRecord;
import io.recital.models.governance.Idea;
import io.recital.models.governance.Recorded;
import io.recital.models.governance.Risk;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.report.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RenewalBriefTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final UUID OTHER = FamilyInWords.id("other side");
    private static final Finding AUDIT = FamilyInWords.finding(
            "HC-7", new CommercialLever(LeverType.AUDIT, List.of()), "We may inspect the books once a year.");

    private static Standing standing(LedgerEntry... entries) {
        ContractFamily family = new FamilyInWords(TenantRole.BUYER)
                .with(
                        "HC-7",
                        "hire agreement",
                        "2024-01-01",
                        AUDIT,
                        FamilyInWords.finding(
                                "HC-7",
                                ContractFact.of(
                                        FactType.EXPIRATION_DATE, new TypedValue.Day(LocalDate.of(2026, 12, 31)))))
                .build();
        return new Standing(new Dossier(family, Facts.of(List.of()), TODAY), new Ledger(List.of(entries)));
    }

    private static LedgerEntry owed(String amount, LocalDate until) {
        return new LedgerEntry(
                "rebate",
                LeakageClass.UNCLAIMED_ENTITLEMENT,
                "Rebate of 2025",
                Period.ofDay(until),
                Money.parse(amount),
                List.of(AUDIT),
                List.of("invoice-line:I-" + until),
                List.of(new Derivation(
                        Derivation.Operation.SUM, List.of(new Derivation.Input("rebate", amount, null)), amount)),
                until,
                1);
    }

    private static Governance kept(GovernanceRecord... records) {
        return new Governance(
                Stream.of(records)
                        .<Recorded<?>>map(
                                record -> new Recorded<>(UUID.randomUUID(), 1, record, "M. Sand", Instant.EPOCH))
                        .toList(),
                List.of());
    }

    private static List<String> lines(RenewalBrief brief, String section) {
        return brief.sections().stream()
                .filter(each -> each.title().equals(section))
                .flatMap(each -> each.lines().stream())
                .map(BriefLine::text)
                .toList();
    }

    @Test
    void asksForWhatIsOwedAndForMoreTimeWhereItIsTooLate() {
        RenewalBrief brief = RenewalBrief.of(
                standing(owed("EUR 70.00", TODAY), owed("EUR 30.00", TODAY.minusDays(1))), Governance.NONE, List.of());

        assertThat(lines(brief, "What to ask for"))
                .containsExactly(
                        "Have EUR 70.00 credited or paid before anything is signed.",
                        "Ask for a longer time to claim, or for credits that come by themselves: EUR 30.00 can no longer be claimed.");
        assertThat(lines(brief, "Money")).first().asString().contains("EUR 100.00 in 2 entries");
        assertThat(lines(brief, "Dates")).containsExactly("HC-7 ends on 2026-12-31.");
    }

    @Test
    void asksAgainstRisksAndForIdeasThatAreMoreThanProposals() {
        Risk high = new Risk(OTHER, "One yard", 3, 5, "M. Sand", "A second yard", TODAY, TODAY, null);
        Risk low = new Risk(OTHER, "Paint", 1, 1, "M. Sand", "None", TODAY, TODAY, null);
        Risk later = new Risk(OTHER, "Later", 5, 5, "M. Sand", "None", TODAY.plusDays(1), TODAY.plusDays(2), null);
        Idea agreed = new Idea(
                OTHER,
                "Shared yard",
                Idea.Sort.JOINT_IMPROVEMENT,
                Idea.Stage.AGREED,
                Money.parse("EUR 10.00"),
                "M. Sand",
                TODAY);
        Idea proposed = new Idea(OTHER, "Blimps", Idea.Sort.INNOVATION, Idea.Stage.PROPOSED, null, "M. Sand", TODAY);
        Risk elsewhere = new Risk(UUID.randomUUID(), "Else", 5, 5, "M. Sand", "None", TODAY, TODAY, null);

        RenewalBrief brief =
                RenewalBrief.of(standing(), kept(high, low, later, agreed, proposed, elsewhere), List.of());

        assertThat(lines(brief, "What to ask for"))
                .containsExactly(
                        "Against the risk “One yard”: A second yard.",
                        "Write “Shared yard” into the contract, worth EUR 10.00 a year.");
        assertThat(lines(brief, "Objectives, risks, ideas, actions and disputes"))
                .hasSize(4)
                .noneMatch(line -> line.contains("Else") || line.contains("Later"));
    }

    @Test
    void everyLineRestsOnSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BriefLine("Because.", List.of(), List.of()));
    }
}
