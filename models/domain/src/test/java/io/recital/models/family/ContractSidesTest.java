package io.recital.models.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.finding.TypedValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractSidesTest {
    private static final SideEvidence GUARDS =
            contract("guards", seller("Harrow Guarding Limited"), buyer("Brenning Foods Limited"));
    private static final SideEvidence LINES =
            contract("lines", buyer("Brenning Foods, Inc."), seller("Oakline Networks, LLC"));
    private static final SideEvidence TRAYS =
            contract("trays", seller("Brenning Lebensmittel GmbH"), buyer("Kastor Klinik GmbH"));
    private static final List<SideEvidence> THREE = List.of(GUARDS, LINES, TRAYS);

    @Test
    void theCompanyThatStandsInMostContractsWithAlwaysSomebodyElseIsTheTenant() {
        ContractSides sides = ContractSides.among(THREE, List.of(), List.of());

        assertThat(sides.own()).isEqualTo(new OwnCompanies(Set.of("brenning"), true));
        assertThat(side(sides, GUARDS)).isEqualTo("BUYER with Harrow Guarding Limited");
        assertThat(side(sides, LINES)).isEqualTo("BUYER with Oakline Networks, LLC");
        assertThat(side(sides, TRAYS)).isEqualTo("SELLER with Kastor Klinik GmbH");
    }

    @Test
    void twoContractsDoNotTellWhoTheTenantIsAndTheOneThatSuppliesIsTheOther() {
        ContractSides sides = ContractSides.among(List.of(GUARDS, TRAYS), List.of(), List.of());

        assertThat(sides.own().stems()).isEmpty();
        assertThat(side(sides, GUARDS)).isEqualTo("UNKNOWN with Harrow Guarding Limited");
        assertThat(side(sides, TRAYS)).isEqualTo("UNKNOWN with Brenning Lebensmittel GmbH");
    }

    @Test
    void whatWasTakenForTheOtherSideIsCorrectedOnceTheTenantIsKnown() {
        SideEvidence wrong = new SideEvidence(
                TRAYS.contract(),
                "trays",
                TenantRole.UNKNOWN,
                "Brenning Lebensmittel GmbH",
                TRAYS.parties(),
                "",
                Set.of());

        ContractSides sides = ContractSides.among(List.of(GUARDS, LINES, wrong), List.of(), List.of());

        assertThat(side(sides, wrong)).isEqualTo("SELLER with Kastor Klinik GmbH");
    }

    @Test
    void aStatedCompanyCountsBeforeWhatIsConcluded() {
        ContractSides sides = ContractSides.among(THREE, List.of(), List.of("Harrow Guarding Limited"));

        assertThat(sides.own()).isEqualTo(new OwnCompanies(Set.of("harrow"), false));
        assertThat(side(sides, GUARDS)).isEqualTo("SELLER with Brenning Foods Limited");
    }

    @Test
    void aStatedSideTellsWhoTheTenantIs() {
        SideEvidence stated = new SideEvidence(
                id("stated"),
                "stated.pdf",
                TenantRole.SELLER,
                null,
                List.of(seller("Vaspar Tooling AB"), buyer("Remmel AG")),
                "",
                Set.of());
        SideEvidence other =
                contract("other", new TypedValue.Party("Vaspar Tooling AB", null, null), buyer("Ostra AB"));

        ContractSides sides = ContractSides.among(List.of(stated, other), List.of(), List.of());

        assertThat(side(sides, stated)).isEqualTo("SELLER with Remmel AG");
        assertThat(side(sides, other)).isEqualTo("SELLER with Ostra AB");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Price Workbook to the Contract FS/SEC/2210. Prices exclude VAT.     | prices.xlsx            | BUYER with Harrow Guarding Limited
            Exhibit A. Ordered from OAKLINE NETWORKS, L.L.C. on 3 May 2026       | exhibit.pdf            | BUYER with Oakline Networks, LLC
            Schedule 1: between Brenning Lebensmittel GmbH and Kastor-Klinik GmbH | s.html                | SELLER with Kastor Klinik GmbH
            From: j.doe@oakline.example  Dear Ms Ray, we confirm the new rates    | note.eml              | BUYER with Oakline Networks, LLC
            Rates from 1 May 2026                                                 | harrow-2-rates.xlsx   | BUYER with Harrow Guarding Limited
            Rates of Harrow Guarding Limited and Oakline Networks, LLC            | rates.xlsx            | nobody
            The harrows and lines of the estate                                   | list.txt              | nobody
            """)
    void whatNamesNoPartiesBelongsToWhomItsBeginningSpeaksOf(String beginning, String file, String expected) {
        SideEvidence open =
                new SideEvidence(id("open"), file, TenantRole.UNKNOWN, null, List.of(), beginning, Set.of());
        SideEvidence numbered = new SideEvidence(
                GUARDS.contract(), "guards", TenantRole.UNKNOWN, null, GUARDS.parties(), "", Set.of("FS/SEC/2210"));

        ContractSides sides = ContractSides.among(List.of(numbered, LINES, TRAYS, open), List.of(), List.of());

        assertThat(side(sides, open)).isEqualTo(expected);
    }

    @Test
    void aContractOfTwoOthersIsLeftOpenUnlessOneOfThemSupplies() {
        SideEvidence strange = contract(
                "strange",
                new TypedValue.Party("Alder Holdings Ltd", null, null),
                new TypedValue.Party("Birchall Holdings Ltd", null, null));

        ContractSides sides = ContractSides.among(List.of(GUARDS, LINES, TRAYS, strange), List.of(), List.of());

        assertThat(side(sides, strange)).isEqualTo("nobody");
    }

    @Test
    void aNumberOrAFormOfAddressBeforeTheNameDoesNotHideTheTenant() {
        SideEvidence addressed =
                contract("addressed", seller("Pennock Lifts Limited"), buyer("M/s Brenning India Private Limited"));

        ContractSides sides = ContractSides.among(List.of(GUARDS, LINES, TRAYS, addressed), List.of(), List.of());

        assertThat(side(sides, addressed)).isEqualTo("BUYER with Pennock Lifts Limited");
    }

    private static String side(ContractSides sides, SideEvidence document) {
        return sides.find(document.contract())
                .map(side -> side.role() + " with " + side.counterparty())
                .orElse("nobody");
    }

    private static SideEvidence contract(String name, TypedValue.Party... parties) {
        return new SideEvidence(
                id(name), name + ".pdf", TenantRole.UNKNOWN, null, Arrays.asList(parties), "", Set.of());
    }

    private static TypedValue.Party seller(String name) {
        return party(name, "seller");
    }

    private static TypedValue.Party buyer(String name) {
        return party(name, "buyer");
    }

    private static TypedValue.Party party(String name, @Nullable String role) {
        return new TypedValue.Party(name, null, role);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
