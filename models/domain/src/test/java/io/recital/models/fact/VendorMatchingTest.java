package io.recital.models.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.Counterparty;
import io.recital.models.fact.VendorMatch.Standing;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorMatchingTest {
    private static final Counterparty ARKEL = counterparty("Arkel Haulage Services Limited", "AHS Freight");
    private static final Counterparty MUELLER = counterparty("Müller Fördertechnik GmbH & Co. KG");
    private static final Counterparty ORLENNE = counterparty("Orlenne Health Technologies, Inc.");

    private static Counterparty counterparty(String name, String... aliases) {
        return new Counterparty(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                name,
                List.of(aliases),
                null);
    }

    private static Vendor vendor(String id, String name, String aliasOf, String parent, String country, String tax) {
        return new Vendor(
                "row " + id + name, new VendorReference(id, name), aliasOf, parent, country, tax, CurrencyUnit.EUR);
    }

    private static VendorMatch match(List<Vendor> records, String id, String name, VendorDecision... decisions) {
        return new VendorMatching(records, List.of(ARKEL, MUELLER, ORLENNE), List.of(decisions))
                .match(new VendorReference(id, name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Arkel Haulage Services Limited      | SAME
            ARKEL HAULAGE SERVICES LTD.         | SAME
            Arkel Haulage Services              | SAME
            AHS FREIGHT                         | SAME
            ARKEL HAUL SERV LTD                 | SAME
            ARKEL HAULAGE SVCS LTD              | UNCERTAIN
            ARKEL HAULAGE SERVICES LTD - DEPOT  | UNCERTAIN
            Arkel Haulage Services LLP          | UNCERTAIN
            Arkel Haulage Holdings Limited      | UNKNOWN
            Arkel Haulage Services Ireland Ltd  | UNKNOWN
            MUELLER FOERDERTECHNIK GMBH & CO KG | SAME
            Müller Fördertechnik GmbH           | UNCERTAIN
            Orlenne HealthTechnologies Inc      | SAME
            ORLENNE HEALTH TECH INC             | SAME
            ORLENNE HEALTH INC                  | UNKNOWN
            Perrin & Sons                       | UNKNOWN
            """)
    void comparesNamesAsCompaniesWriteThem(String name, Standing expected) {
        assertThat(match(List.of(), "", name).standing()).isEqualTo(expected);
    }

    @Test
    void takesTheVendorListAtItsWordForAnAlias() {
        List<Vendor> records = List.of(
                vendor("10", "Arkel Haulage Services Ltd", "", "", "GB", "GB 111 2222 33"),
                vendor("11", "A.H.S. PROJECTS", "10", "", "GB", "GB111222233"),
                vendor("12", "NIGHT RUNS", "11", "", "GB", ""));

        assertThat(match(records, "11", "A.H.S. PROJECTS").standing()).isEqualTo(Standing.SAME);
        assertThat(match(records, "12", "NIGHT RUNS").counterparty()).isEqualTo(ARKEL.id());
        assertThat(match(records, "12", "").evidence()).contains("another record of 11");
    }

    @Test
    void aliasesThatNameEachOtherEndSomewhere() {
        List<Vendor> records = List.of(vendor("1", "Left", "2", "", "GB", ""), vendor("2", "Right", "1", "", "GB", ""));

        assertThat(match(records, "1", "Left").standing()).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void findsARecordByTheTaxNumberOfTheCompany() {
        List<Vendor> records = List.of(
                vendor("10", "ORLENNE HEALTH TECHNOLOGIES INC", "", "", "US", "47-1111222"),
                vendor("19", "OHT LICENSING", "", "", "US", "471111222"));

        VendorMatch match = match(records, "19", "OHT LICENSING");

        assertThat(match.standing()).isEqualTo(Standing.SAME);
        assertThat(match.evidence()).contains("tax number");
    }

    @Test
    void aSubsidiaryWithATaxNumberOfItsOwnIsAnotherCompany() {
        List<Vendor> records = List.of(
                vendor("10", "Orlenne Health Technologies Inc", "", "Orlenne Group NV", "US", "47-1111222"),
                vendor("20", "ORLENNE HEALTH TECHNOLOGIES (CANADA) ULC", "", "10", "CA", "812 333"),
                vendor("21", "ORLENNE BENELUX BV", "", "ORLENNE GROUP N.V.", "NL", "NL8123B01"),
                vendor("22", "ORLENNE DEPOT WEST", "", "10", "US", ""));

        assertThat(match(records, "20", "").standing()).isEqualTo(Standing.AFFILIATE);
        assertThat(match(records, "21", "").standing()).isEqualTo(Standing.AFFILIATE);
        assertThat(match(records, "21", "").isCounterparty()).isFalse();
        assertThat(match(records, "22", "").standing()).isEqualTo(Standing.UNCERTAIN);
    }

    @Test
    void doesNotTakeANameAgainstAnotherTaxNumber() {
        List<Vendor> records = List.of(
                vendor("10", "Arkel Haulage Services Ltd", "", "", "GB", "GB111222233"),
                vendor("30", "ARKEL HAUL SERVICES LTD", "", "", "GB", "GB999888877"));

        VendorMatch match = match(records, "30", "ARKEL HAUL SERVICES LTD");

        assertThat(match.standing()).isEqualTo(Standing.UNCERTAIN);
        assertThat(match.evidence()).contains("another tax number");
    }

    @Test
    void whatAPersonDecidedHolds() {
        VendorReference projects = new VendorReference("77", "Night Runs");

        assertThat(match(List.of(), "77", "other name", new VendorDecision(projects, ARKEL.id()))
                        .counterparty())
                .isEqualTo(ARKEL.id());
        assertThat(match(
                                List.of(),
                                "",
                                "ARKEL HAULAGE SERVICES LTD",
                                new VendorDecision(
                                        new VendorReference("", "Arkel Haulage Services Limited"), ARKEL.id()),
                                new VendorDecision(new VendorReference("", "Arkel Haulage Services Limited"), null))
                        .standing())
                .isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void twoCounterpartiesOfTheSameNameAreForAPersonToTell() {
        Counterparty first = new Counterparty(new UUID(0, 1), "Sorrel Ltd", List.of(), null);
        Counterparty second = new Counterparty(new UUID(0, 2), "SORREL LIMITED", List.of(), null);

        VendorMatch match = new VendorMatching(List.of(), List.of(first, second), List.of())
                .match(new VendorReference("", "Sorrel Ltd."));

        assertThat(match.standing()).isEqualTo(Standing.UNCERTAIN);
    }

    @Test
    void aVendorWithoutAnyWordIsUnknown() {
        assertThat(match(List.of(), "", "--").standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(match(List.of(), "4711", "").standing()).isEqualTo(Standing.UNKNOWN);
    }
}
