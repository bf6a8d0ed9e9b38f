package io.recital.extraction.rules.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.CutText;
import io.recital.models.finding.PartyReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opening words as input; the parties and whom the contract's words for them mean as output. */
class PartyResolverTest {
    private static final String MASTER =
            "MASTER SERVICES AGREEMENT\n\nThis Master Services Agreement (the \"Agreement\") is made on"
                    + " 1 March 2021 (the \"Effective Date\") by and between Northwind Data GmbH, a company organised under the laws of"
                    + " Germany with offices in Berlin (\"Supplier\"), and Larkfield Foods, Inc., a Delaware corporation (the"
                    + " \"Customer\").\n\n1. Services. Supplier shall provide the Services.";

    private static PartyResolver resolver(String text) {
        return PartyResolver.of(CutText.reading(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "This Supply Agreement is between Alder Packaging Ltd. (\"Seller\") and Birch & Sons LLC (\"Buyer\"). WHEREAS # Alder Packaging Ltd. [Seller]; Birch & Sons LLC [Buyer]",
                "THIS LEASE is entered into by and among Oak Corp., a Nevada corporation, Elm, L.P., a Texas limited partnership (\"Elm\") and Fir Inc. NOW, THEREFORE # Oak Corp. []; Elm, L.P. [Elm]; Fir Inc. []",
                "This Agreement is made between: (1) Cedar plc (the \"Licensor\"); and (2) Jane Dover, an individual residing in Leeds (the \"Licensee\"). WHEREAS # Cedar plc [Licensor]; Jane Dover [Licensee]",
                "This Gas Agreement is entered into by Lake Pipelines Limited Partnership (Transporter) and PINE COMPANY (Shipper). WHEREAS # Lake Pipelines Limited Partnership [Transporter]; PINE COMPANY [Shipper]",
            })
    void findsThePartiesInTheOpeningWords(String text, String expected) {
        String read = resolver(text).parties().stream()
                .map(party -> party.name() + " " + party.aliases())
                .collect(Collectors.joining("; "));
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void resolvesAnAliasWithItsArticle() {
        assertThat(resolver(MASTER).refer("the Customer"))
                .isEqualTo(new PartyReference("the Customer", "Larkfield Foods, Inc."));
    }

    @Test
    void resolvesARoleThatOnlyOnePartyHas() {
        assertThat(resolver(MASTER).refer("Buyer").name()).isEqualTo("Larkfield Foods, Inc.");
    }

    @Test
    void leavesEitherPartyOpen() {
        assertThat(resolver(MASTER).refer("either party").name()).isNull();
        assertThat(resolver(MASTER).names("either party")).isTrue();
    }

    @Test
    void doesNotTakeADefinedTermForAParty() {
        assertThat(resolver(MASTER).names("Effective Date")).isFalse();
        assertThat(resolver(MASTER).parties()).hasSize(2);
    }

    @Test
    void resolvesTheFirstPerson() {
        PartyResolver resolver = resolver(
                "These terms are between Quill Cloud, Inc. (\"Quill\", \"we\" or \"us\") and Acorn Media LLC (\"you\"). WHEREAS");
        assertThat(resolver.refer("we").name()).isEqualTo("Quill Cloud, Inc.");
        assertThat(resolver.refer("you").name()).isEqualTo("Acorn Media LLC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "In this agreement “we”, “us” and “our” mean Alder Advisory LLP, a partnership. “You” and “your” mean Birch Foods plc, a company. # Alder Advisory LLP [we, us, our] seller; Birch Foods plc [You, your] buyer",
                "This note is between Birch Foods plc (“you”) and Alder Advisory LLP (“we”). # Birch Foods plc [you] buyer; Alder Advisory LLP [we] seller",
                "This Agreement is between Oak GmbH (the “Principal”, Auftraggeberin) and Elm GmbH (the “Contractor”, Auftragnehmerin). # Oak GmbH [Principal] buyer; Elm GmbH [Contractor] seller",
                "This Agreement is between Birch Foods plc (the “Customer”) and Fir Works Ltd (“Fir”). # Birch Foods plc [Customer] buyer; Fir Works Ltd [Fir] seller",
                "This is a notice under the Agreement between Birch Foods plc and Fir Works Ltd of 2 May 2022. Fir Works Ltd increases the monthly charges. # Birch Foods plc [] buyer; Fir Works Ltd [] seller",
                "On behalf of Yew Foods, Inc. I send to Ash Systems Ltd the Royalty Report for the quarter. # Yew Foods, Inc. [] licensee; Ash Systems Ltd [] licensor",
                "This Order is under the agreement dated 1 May 2020 (the “framework”) between Birch Foods plc (“you”) and Alder Advisory LLP (“we”). # Birch Foods plc [you] buyer; Alder Advisory LLP [we] seller",
            })
    void tellsWhoSellsAndWhoBuys(String text, String expected) {
        String read = resolver(text).parties().stream()
                .map(party -> party.name() + " " + party.aliases() + " "
                        + party.role().map(PartyRole::label).orElse("-"))
                .collect(Collectors.joining("; "));
        assertThat(read).isEqualTo(expected);
    }
}
