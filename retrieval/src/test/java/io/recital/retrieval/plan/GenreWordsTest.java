package io.recital.retrieval.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.retrieval.search.RecognisedName;
import io.recital.retrieval.search.RecognisedName.Kind;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenreWordsTest {
    private static boolean nobody(Kind kind, String phrase, String question) {
        return GenreWords.areAllOf(new RecognisedName(kind, UUID.randomUUID(), null, phrase, phrase, 0.9, 1), question);
    }

    @ParameterizedTest
    @CsvSource({
        "PARTY, receiving party, May the Receiving Party keep a copy?",
        "TITLE, confidential information, Who may see Confidential Information?",
        "TITLE, agreement shall, Is it said that this Agreement shall bind heirs?",
        "FILE, haulage, May Brackwater stop haulage in winter?",
        "PARTY, services agreement, Which party ends the Services Agreement?"
    })
    void nameNobodyAlone(Kind kind, String phrase, String question) {
        assertThat(nobody(kind, phrase, question)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "TITLE, supply agreement, What does the supply agreement cost?",
        "TITLE, supply, What does the supply contract cost?",
        "FILE, haulage, what does haulage cost?",
        "FILE, haulage, What does Brackwater charge for Haulage?",
        "TITLE, supply, What does the supply and support agreement cost?",
        "COUNTERPARTY, first national bank, What did First National Bank lend?",
        "PARTY, pellworm services, What does Pellworm Services charge?"
    })
    void nameAContractAsPartOfATitleOrBesideAName(Kind kind, String phrase, String question) {
        assertThat(nobody(kind, phrase, question)).isFalse();
    }

    @Test
    void areNotTheNamesOfCompanies() {
        assertThat(nobody(Kind.COUNTERPARTY, "northwind", "What does Northwind owe?"))
                .isFalse();
    }
}
