package io.recital.eval.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.StoredText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final String TEXT =
            "This Agreement is between Northwind Freight Ltd and Alder Mills GmbH. It ends on 31 May 2027.";
    private static final CuadMatching CUAD = new CuadMatching(Map.of("f", StoredText.of(TEXT)));

    private static PredictedSpan predicted(int start, int end, double score) {
        return new PredictedSpan("f", "Parties", start, end, score);
    }

    private static GoldSpan gold(String label, int start, int end) {
        return new GoldSpan("f", label, start, end, TEXT.substring(start, end));
    }

    private static List<String> strict(List<PredictedSpan> predictions, List<GoldSpan> gold) {
        return said(new StrictMatching().outcomes(predictions, gold));
    }

    private static List<String> said(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.matched() + " matched, " + outcome.wrong() + " wrong")
                .toList();
    }

    @Test
    void strictTakesHalfTheCharactersOfEither() {
        assertThat(strict(List.of(predicted(0, 10, 0.9)), List.of(gold("L", 0, 20))))
                .containsExactly("1 matched, 0 wrong");
        assertThat(strict(List.of(predicted(0, 9, 0.9)), List.of(gold("L", 0, 20))))
                .containsExactly("0 matched, 1 wrong");
        assertThat(strict(List.of(predicted(10, 30, 0.9)), List.of(gold("L", 0, 20))))
                .containsExactly("0 matched, 1 wrong");
    }

    @Test
    void strictCallsTheSecondPredictionOfASpanWrong() {
        assertThat(strict(List.of(predicted(0, 20, 0.9), predicted(0, 18, 0.8)), List.of(gold("L", 0, 20))))
                .containsExactly("1 matched, 0 wrong", "0 matched, 1 wrong");
    }

    @Test
    void strictTakesTheNearestSpanThatIsStillFree() {
        List<GoldSpan> gold = List.of(gold("L", 0, 12), gold("L", 0, 20));
        assertThat(strict(List.of(predicted(0, 20, 0.9), predicted(0, 13, 0.8)), gold))
                .containsExactly("1 matched, 0 wrong", "1 matched, 0 wrong");
    }

    @Test
    void cuadComparesWordsWithoutCaseAndPunctuation() {
        GoldSpan gold = new GoldSpan("f", "Expiration Date", 70, 93, "it ends: on (31) May");
        // predicted words: it ends on 31 may 2027 (6); labelled: 5 of them
        assertThat(said(CUAD.outcomes(List.of(predicted(70, 93, 0.9)), List.of(gold))))
                .containsExactly("1 matched, 0 wrong");
    }

    @Test
    void cuadCountsASpanOnceAndItsSecondPredictionNeitherWay() {
        assertThat(said(CUAD.outcomes(
                        List.of(predicted(70, 93, 0.9), predicted(70, 92, 0.8), predicted(0, 14, 0.7)),
                        List.of(gold("Expiration Date", 70, 93)))))
                .containsExactly("1 matched, 0 wrong", "0 matched, 0 wrong", "0 matched, 1 wrong");
    }

    @Test
    void cuadLetsAPartyStandInsideItsSentence() {
        GoldSpan party = gold("Parties", 26, 47);
        GoldSpan other = new GoldSpan("f", "Governing Law", 26, 47, party.text());
        assertThat(said(CUAD.outcomes(List.of(predicted(0, 69, 0.9)), List.of(party))))
                .containsExactly("1 matched, 0 wrong");
        assertThat(said(CUAD.outcomes(List.of(predicted(0, 69, 0.9)), List.of(other))))
                .containsExactly("0 matched, 1 wrong");
    }
}
