package io.recital.models.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.contract.TenantRole;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.VendorDecision;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyMember;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class DossiersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final ContractFamily MILL = family("Harwick Mill Limited", "HM-SUP-2026-1", "SHARED-1-2");
    private static final ContractFamily PRESS = family("Orlan Press GmbH", "OP-PRT-2026-4", "SHARED-1-2");
    private static final VendorReference MILL_VENDOR = new VendorReference("700", "HARWICK MILL LTD");
    private static final VendorReference AUDITOR = new VendorReference("900", "SUMS & PARTNERS");

    @Test
    void theContractThatARowNamesDecidesWhoeverSentIt() {
        Dossiers dossiers = sorted(event("E-1", AUDITOR, "op-prt-2026-4"), event("E-2", MILL_VENDOR, "OP-PRT-2026-4"));
        assertThat(ids(dossiers, PRESS)).containsExactly("E-1", "E-2");
        assertThat(ids(dossiers, MILL)).isEmpty();
    }

    @Test
    void aRowWithoutContractGoesWhereItsVendorBelongs() {
        Dossiers dossiers = sorted(credit("C-1", MILL_VENDOR), event("E-1", MILL_VENDOR, "UNKNOWN-1-1"));
        assertThat(ids(dossiers, MILL)).containsExactlyInAnyOrder("C-1", "E-1");
    }

    @Test
    void aVendorThatIsNoCounterpartyIsKnownByTheContractsThatItsRowsName() {
        Dossiers dossiers = sorted(credit("C-1", AUDITOR), event("E-1", AUDITOR, "HM-SUP-2026-1"));
        assertThat(ids(dossiers, MILL)).containsExactlyInAnyOrder("C-1", "E-1");
    }

    @Test
    void aNumberThatTwoCounterpartiesBearTellsNothing() {
        Dossiers dossiers = sorted(event("E-1", AUDITOR, "SHARED-1-2"));
        assertThat(dossiers.unassigned()).extracting(PerformanceFact::id).containsExactly("E-1");
    }

    @Test
    void aPersonsDecisionGoesBeforeNames() {
        VendorDecision decision =
                new VendorDecision(AUDITOR, PRESS.counterparty().id());
        Dossiers dossiers =
                Dossiers.of(List.of(MILL, PRESS), Facts.of(List.of(credit("C-1", AUDITOR))), List.of(decision), DAY);
        assertThat(ids(dossiers, PRESS)).containsExactly("C-1");
    }

    @Test
    void publishedValuesAreKnownToAllAndNothingLaterThanTheDay() {
        IndexValue may = new IndexValue("I-1", "CPI", YearMonth.of(2026, 5), BigDecimal.ONE, DAY);
        IndexValue june = new IndexValue("I-2", "CPI", YearMonth.of(2026, 6), BigDecimal.ONE, DAY.plusDays(1));
        Dossiers dossiers = sorted(may, june);
        assertThat(ids(dossiers, MILL)).containsExactly("I-1");
        assertThat(ids(dossiers, PRESS)).containsExactly("I-1");
        assertThat(dossiers.unassigned()).isEmpty();
    }

    private static Dossiers sorted(PerformanceFact... facts) {
        return Dossiers.of(List.of(MILL, PRESS), Facts.of(List.of(facts)), List.of(), DAY);
    }

    private static List<String> ids(Dossiers dossiers, ContractFamily family) {
        return dossiers.dossiers().stream()
                .filter(dossier -> dossier.family().equals(family))
                .flatMap(dossier -> dossier.facts().stream())
                .map(PerformanceFact::id)
                .toList();
    }

    private static ContractEvent event(String id, VendorReference vendor, String contract) {
        return new ContractEvent(id, vendor, contract, "report", "", DAY, null, "", "");
    }

    private static CreditNote credit(String id, VendorReference vendor) {
        return new CreditNote(
                id,
                id,
                "",
                Direction.RECEIVED,
                vendor,
                DAY,
                "",
                BigDecimal.TEN,
                BigDecimal.ZERO,
                CurrencyUnit.EUR,
                null);
    }

    private static ContractFamily family(String name, String... references) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        Contract contract = new Contract(id, "Agreement", TenantRole.BUYER, id, id, Map.of(), Map.of(), Instant.EPOCH);
        return new ContractFamily(
                new Counterparty(id, name, List.of(), null),
                List.of(new FamilyMember(contract, Set.of(references), List.of())),
                List.of());
    }
}
