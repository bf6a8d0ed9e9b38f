package io.recital.extraction.rules.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.CutText;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.FindingKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a contract ends, by the rules and by another judge. */
class JointTermTest {
    private static final String TERM =
            "This Agreement shall commence on April 1, 2021 and shall remain in effect until March 31, 2023.";
    private static final String PLAIN =
            "During each season the term of the charter ends with the last shipment, on June 30, 2024.";

    private static List<String> ends(TermJudge judge, String text) {
        return new FactExtractor(judge)
                .extractAll(CutText.reading(text), FindingKind.FACT).values().stream()
                        .flatMap(answer -> CutText.candidates(answer).stream())
                        .map(candidate -> (ContractFact) candidate.content())
                        .filter(fact -> fact.fact() == FactType.EXPIRATION_DATE)
                        .map(ContractFact::summary)
                        .toList();
    }

    /** Says how probable it is of sentences that hold a word, and next to nothing of the others. */
    private static TermJudge of(String word, double probability) {
        return (sentences, asked) -> sentences.stream()
                .map(sentence -> sentence.contains(word) ? probability : 0.001)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0.80, 0.90, true",
        "0.80, 0.10, true",
        "0.60, 0.01, false",
        "0.30, 0.70, true",
        "0.30, 0.20, false",
        "0.00, 0.95, true",
        "0.00, 0.60, false"
    })
    void whatBothTakeForTheTermIsStatedAndWhatOneDoesWhenItIsSure(double rules, double judge, boolean stated) {
        assertThat(JointTerm.confidence(rules, judge) >= FactExtractor.STATED).isEqualTo(stated);
    }

    @ParameterizedTest
    @CsvSource({"0.0, 0.0", "0.9, 1.0", "0.0, 1.0", "0.9, 0.0"})
    void staysAProbabilityWhateverTheJudgeSays(double rules, double judge) {
        assertThat(JointTerm.confidence(rules, judge)).isBetween(0.0, 1.0);
    }

    @Test
    void aSentenceThatTheRulesPassOverIsReadWhenTheJudgeIsSure() {
        assertThat(ends(of("shipment", 0.97), PLAIN)).containsExactly("2024-06-30");
        assertThat(ends(of("shipment", 0.3), PLAIN)).isEmpty();
    }

    @Test
    void whatTheRulesAreSureOfStandsWhateverTheJudgeSaysAndWhatTheyDoubtDoesNot() {
        String doubtful = "This Agreement terminates automatically upon completion of the Works.";
        assertThat(ends(of("nothing", 0), TERM)).containsExactly("2023-03-31");
        assertThat(ends(of("nothing", 0), doubtful)).isEmpty();
        assertThat(ends(of("terminates", 0.7), doubtful)).hasSize(1);
    }

    @Test
    void theJudgeIsAskedOnlyAboutSentencesOnTerms() {
        List<String> questions = new ArrayList<>();
        TermJudge listening = (sentences, asked) -> {
            asked.stream().mapToObj(sentences::get).forEach(questions::add);
            return sentences.stream().map(sentence -> 0.5).toList();
        };
        ends(listening, TERM + "\n\nSupplier shall label each pallet.");
        assertThat(questions).containsExactly(TERM);
    }
}
