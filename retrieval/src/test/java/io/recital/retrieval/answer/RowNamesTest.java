package io.recital.retrieval.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.retrieval.plan.Plan;
import io.recital.retrieval.plan.QuestionScope;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.statement.Provisions;
import io.recital.retrieval.statement.Statement;
import io.recital.retrieval.statement.TestText;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowNamesTest {
    private static final List<String> HEAD = List.of("Site", "Fee a month");

    private final TestText text = new TestText("Cleaning Agreement");
    private final Statement lead = text.sentence("5.1", "The fees of the sites are:");
    private final Statement leeds = text.row("5.1", HEAD, "Leeds", "40 euros");
    private final Statement kiel = text.row("5.1", HEAD, "Kiel", "75 euros");
    private final Statement depot = text.row("5.1", HEAD, "Depot KX-12", "90 euros");

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

    private RowNames names(String question) {
        List<Statement> pool = text.statements();
        return RowNames.of(asked(question), pool, new Provisions(pool));
    }

    @Test
    void theRowOfTheNamedSiteGainsAndTheOthersLose() {
        RowNames names = names("What is the fee for the site in Leeds?");

        assertThat(names.fit(leeds)).isPositive();
        assertThat(names.fit(kiel)).isNegative();
        assertThat(names.fit(depot)).isNegative();
        assertThat(names.fit(lead)).isZero();
        assertThat(names.telling()).hasSize(1);
    }

    @Test
    void aCodeIsANameToo() {
        RowNames names = names("What does KX-12 cost a month?");

        assertThat(names.fit(depot)).isPositive();
        assertThat(names.fit(leeds)).isNegative();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What are the fees of all sites? | nothing is named
            What is the fee for the site in Bremen? | no row has it
            What is the fee outside Leeds? | the others are meant
            What was the fee in May? | a month is no site
            """)
    void otherwiseNoRowIsPreferred(String question, String why) {
        RowNames names = names(question);

        assertThat(List.of(names.fit(leeds), names.fit(kiel), names.fit(depot)))
                .as(why)
                .containsOnly(0.0);
    }
}
