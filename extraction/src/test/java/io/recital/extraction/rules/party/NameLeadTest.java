package io.recital.extraction.rules.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLeadTest {
    /** Names as they were read, where the party is called so elsewhere, and what they are; / is a line break, ^ a tab. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            M/s Oakes Lifts Private Limited | | Oakes Lifts Private Limited
            Messrs. Oakes & Lind LLP | | Oakes & Lind LLP
            For Oakes Stahl GmbH | | Oakes Stahl GmbH
            Between Oakes Stores Ltd | | Oakes Stores Ltd
            Vendor^Oakes Stores, Inc. | | Oakes Stores, Inc.
            Hirer: Oakes Civil Works Pty Ltd | | Oakes Civil Works Pty Ltd
            Owner Oakes Plant Pty Ltd | on behalf of Oakes Plant Pty Ltd | Oakes Plant Pty Ltd
            Supplier Oakes Plant Ltd | signed for Oakes Plant Ltd | Oakes Plant Ltd
            Franchise F-19/Oakes Coffee plc | | Oakes Coffee plc
            Order 4471/Oakes Coffee plc | | Oakes Coffee plc
            Weekly Rates/Oakes Coffee plc | invoices of Oakes Coffee plc | Oakes Coffee plc
            Provider Systems Limited | | Provider Systems Limited
            Client Solutions Group Limited | on behalf of Client Solutions Group Limited | Client Solutions Group Limited
            Oakes Coffee/Services Limited | | Oakes Coffee/Services Limited
            Carrier Corporation | | Carrier Corporation
            Oakes plc | | Oakes plc
            Royal Oakes Coffee plc | Royal Oakes Coffee plc and its parent Oakes Coffee plc | Royal Oakes Coffee plc
            """)
    void aNameStandsAlone(String read, String elsewhere, String name) {
        String written = read.replace('/', '\n').replace('^', '\t').replace("M\ns", "M/s");
        StoredText text = StoredText.of(written + " of Leeds. " + (elsewhere == null ? "" : elsewhere));
        Span span = new Span(0, written.length());

        ContractParty party =
                NameLead.without(new ContractParty(written.replaceAll("\\s+", " "), List.of(), span, span), text);

        assertThat(party.name()).isEqualTo(name.replace('/', ' ').replace("M s", "M/s"));
        assertThat(text.slice(party.span()).replaceAll("\\s+", " ")).isEqualTo(party.name());
    }
}
