package io.recital.models.family;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BorneReferencesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Haulage Agreement, Ref. HX/TR/2026/7-A2, of 3 May       | HX/TR/2026/7-A2
                    Contract No. QRS-LOG-2024-11. It follows QRS-LOG-2019-2 | QRS-LOG-2024-11
                    Agreement between AB-CD-EF and others                   |
                    Agreement dated 2025-01-02 on e-mail                    |""")
    void readsTheFirstNumber(String text, String expected) {
        if (expected == null) {
            assertThat(BorneReferences.in(text)).isEmpty();
        } else {
            assertThat(BorneReferences.in(text)).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"1400,1", "1600,0"})
    void readsTheBeginningOnly(int before, int found) {
        assertThat(BorneReferences.in(" ".repeat(before) + "QRS-LOG-2024-11")).hasSize(found);
    }
}
