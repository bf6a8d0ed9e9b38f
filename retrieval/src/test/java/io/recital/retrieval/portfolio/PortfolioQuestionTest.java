package io.recital.retrieval.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.retrieval.plan.Topic;
import io.recital.retrieval.portfolio.PortfolioQuestion.Reach;
import io.recital.retrieval.portfolio.PortfolioResult.Operation;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortfolioQuestionTest {
    private static PortfolioQuestion read(String question) {
        return PortfolioQuestion.of(question, Topic.of(question), LocalDate.of(2026, 6, 30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How do the payment terms of our vendors compare? | ALL | EACH | payment term",
                "Rank all agreements by their end date, latest first. | ALL | DESCENDING | end of the term",
                "List our contracts in the order in which they end, soonest first | ALL | ASCENDING | end of the term",
                "Which vendor has the shortest payment term? | ALL | LEAST | payment term",
                "What is the highest cap on liability? | PERHAPS_ALL | GREATEST | liability cap",
                "How many of our suppliers have contracts under Scottish law? | ALL | COUNT | governing law",
                "Which of our contracts must be given notice in the next 30 days to stop the renewal? | ALL | EACH | notice date",
                "What is the last day for a notice of non-renewal to the landlord? | NAMED | EACH | notice date",
                "Which suppliers may we leave without giving a reason? | ALL | EACH | termination for convenience",
                "Which partners pay interest on late payments? | ALL | EACH | late-payment interest",
                "How soon must each provider tell us of a data breach? | ALL | EACH | data protection",
                "Which contracts are billed in euros? | ALL | EACH | currency",
                "What notice do inspections of the books need at each supplier? | ALL | EACH | audit right",
                "When does the lease end? | NAMED | EACH | end of the term",
            })
    void tellsReachOperationAndSubject(String question, Reach reach, Operation operation, String subject) {
        PortfolioQuestion read = read(question);
        assertThat(read.reach()).isEqualTo(reach);
        assertThat(read.operation()).isEqualTo(operation);
        assertThat(read.subject()).extracting(Subject::name).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who has a payment term longer than 45 days? | 45 | days | true",
                "Which caps are below £750,000? | 750000 | GBP | false",
                "Who charges at least 1 % interest a month? | 12 | % a year | true",
                "Whose discount is no more than 2 %? | 2 | % | false",
            })
    void readsABound(String question, String number, String unit, boolean above) {
        Threshold bound = Threshold.in(question).orElseThrow();
        assertThat(bound.bound().number()).isEqualByComparingTo(number);
        assertThat(bound.bound().unit()).isEqualTo(unit);
        assertThat(bound.above()).isEqualTo(above);
    }
}
