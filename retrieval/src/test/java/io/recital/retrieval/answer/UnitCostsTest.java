package io.recital.retrieval.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.retrieval.plan.Plan;
import io.recital.retrieval.plan.QuestionScope;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.statement.Coverage;
import io.recital.retrieval.statement.Provisions;
import io.recital.retrieval.statement.Statement;
import io.recital.retrieval.statement.TestText;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitCostsTest {
    private static final List<String> HEAD = List.of("Quantity", "Price of a badge");

    private static Understanding asked(String question) {
        return new Understanding(
                question,
                question,
                question,
                Plan.Kind.FACT,
                QuestionScope.EVERYWHERE,
                Set.of(),
                List.of(),
                Set.of(),
                "",
                List.of(),
                LocalDate.of(2025, 5, 1),
                false);
    }

    private static String cost(TestText text, String question) {
        List<Statement> pool = text.statements();
        Coverage coverage = new Coverage(pool);
        Set<String> wanted = coverage.wanted(question);
        List<Ranked> all = pool.stream()
                .map(one -> new Ranked(one, coverage.of(one, wanted), coverage.of(one, wanted), null))
                .toList();
        List<Ranked> best = all.stream()
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .toList();
        return UnitCosts.of(
                        new Ranking.Result(best, all, wanted, coverage, new Provisions(pool), new Timeline()),
                        asked(question))
                .map(AnswerSentence::text)
                .orElse("nothing");
    }

    private static TestText banded(String rule) {
        TestText text = new TestText("Badge Agreement");
        text.sentence("5.1", rule);
        text.row("5.1", HEAD, "1 to 100", "EUR 4.00");
        text.row("5.1", HEAD, "101 to 500", "EUR 3.00");
        return text;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What do 250 badges cost? | The price of the band reached applies to the whole order. | EUR 750
            What do 250 badges cost? | Each price applies only to the badges within its own band. | EUR 850
            What do 100 badges cost? | The following prices apply. | EUR 400
            What do 250 badges cost? | The following prices apply. | nothing
            What do 600 badges cost? | The price of the band reached applies to the whole order. | nothing
            Who delivers 250 badges? | The price of the band reached applies to the whole order. | nothing
            What did badges cost in 2024? | The price of the band reached applies to the whole order. | nothing
            """)
    void countsByTheBandsAsTheWordsSayWhatTheyAreFor(String question, String rule, String cost) {
        assertThat(cost(banded(rule), question)).contains(cost);
    }

    @Test
    void aPriceForAThousandIsTakenByTheThousand() {
        TestText text = new TestText("Badge Agreement");
        text.sentence("5.1", "The prices are:");
        text.row("5.1", List.of("Item", "Price per 1,000 labels"), "Paper labels", "EUR 12.00");

        assertThat(cost(text, "What do 2,500 paper labels cost?")).contains("EUR 30");
    }
}
