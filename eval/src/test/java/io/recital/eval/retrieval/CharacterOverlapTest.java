package io.recital.eval.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recital.models.evidence.Span;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterOverlapTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # case                                       | retrieved              | gold              | precision | recall
        the answer exactly                           | a:10-20                | a:10-20           | 1.0       | 1.0
        the answer and as much again                 | a:10-30                | a:10-20           | 0.5       | 1.0
        half of the answer                           | a:15-20                | a:10-20           | 1.0       | 0.5
        beside the answer                            | a:20-30                | a:10-20           | 0.0       | 0.0
        the same place in another document           | b:10-20                | a:10-20           | 0.0       | 0.0
        nothing retrieved                            |                        | a:10-20           | 0.0       | 0.0
        the same passage twice counts once           | a:10-20 a:10-20        | a:10-20           | 1.0       | 1.0
        overlapping passages count once              | a:0-15 a:10-20         | a:10-20           | 0.5       | 1.0
        a passage inside another                     | a:0-40 a:10-20         | a:10-20           | 0.25      | 1.0
        touching passages are one stretch            | a:0-10 a:10-20         | a:5-15            | 0.5       | 1.0
        overlapping answers count once               | a:10-20                | a:10-20 a:15-30   | 1.0       | 0.5
        one of two answers                           | a:10-20 b:0-10         | a:10-20 a:50-80   | 0.5       | 0.25
        answers in two documents                     | a:0-10 b:0-10          | a:0-10 b:5-15     | 0.75      | 0.75
        several passages over one answer             | a:0-5 a:8-12 a:18-25   | a:4-20            | 0.4375    | 0.4375
        """)
    void countsCharacters(String name, String retrieved, String gold, double precision, double recall) {
        CharacterOverlap overlap = CharacterOverlap.of(excerpts(retrieved), excerpts(gold));

        assertThat(overlap.precision()).isCloseTo(precision, within(1e-12));
        assertThat(overlap.recall()).isCloseTo(recall, within(1e-12));
    }

    private static List<Excerpt> excerpts(String words) {
        return words == null
                ? List.of()
                : Arrays.stream(words.split(" "))
                        .map(CharacterOverlapTest::excerpt)
                        .toList();
    }

    private static Excerpt excerpt(String word) {
        String[] parts = word.split("[:-]");
        return new Excerpt(parts[0], new Span(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
    }
}
