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

class ItemsTest {
    private static final List<String> BERTHS = List.of("Berth", "Rent a week");

    private final TestText text = new TestText("Mooring Agreement");
    private final Statement lead = text.sentence("4.2", "The Tenant shall give notice in three cases:");
    private final Statement leak = text.sentence("4.2(a)", "a leak in the hull;");
    private final Statement fire = text.sentence("4.2(b)", "a fire on board; and");
    private final Statement absence = text.sentence("4.2(c)", "an absence of more than a month.");
    private final Statement rents = text.sentence("5.1", "The rents of the berths are:");
    private final Statement small = text.row("5.1", BERTHS, "Small", "40 euros");
    private final Statement large = text.row("5.1", BERTHS, "Large", "75 euros");
    private final Statement dogs = text.sentence("6", "Dogs are welcome on the quay.");

    private static Understanding asked(String question, Plan.Kind kind) {
        return new Understanding(
                question,
                question,
                question,
                kind,
                QuestionScope.EVERYWHERE,
                Set.of(),
                List.of(),
                Set.of(),
                "",
                List.of(),
                LocalDate.of(2025, 5, 1),
                false);
    }

    private Ranking.Result ranked(String question) {
        List<Statement> pool = text.statements();
        Coverage coverage = new Coverage(pool);
        Set<String> wanted = coverage.wanted(question);
        List<Ranked> all = pool.stream()
                .map(one -> new Ranked(one, coverage.of(one, wanted), coverage.of(one, wanted), null))
                .toList();
        List<Ranked> best = all.stream()
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .toList();
        return new Ranking.Result(best, all, wanted, coverage, new Provisions(pool), new Timeline());
    }

    private List<Statement> items(String question) {
        return Items.of(ranked(question), asked(question, Plan.Kind.LIST)).stream()
                .map(Ranked::statement)
                .toList();
    }

    @Test
    void aListIsGivenWholeAndInOrder() {
        assertThat(items("In which cases must notice be given?")).containsExactly(leak, fire, absence);
    }

    @Test
    void aTableIsGivenByItsRows() {
        assertThat(items("List the rents of all berths.")).containsExactly(small, large);
    }

    @Test
    void whatNoListCoversHasNoItems() {
        assertThat(items("List the crews of all ferries.")).isEmpty();
    }

    @Test
    void howManyThereAreIsCountedAndNamed() {
        String question = "How many berths have a rent?";
        AnswerSentence count =
                Counted.of(ranked(question), asked(question, Plan.Kind.FACT)).orElseThrow();

        assertThat(count.text()).contains("2 berths").contains("Small").contains("Large");
        assertThat(count.derivations().get(0).result()).isEqualTo("2");
    }

    @Test
    void daysAreNotCounted() {
        String question = "How many days is the notice in these cases?";
        assertThat(Counted.of(ranked(question), asked(question, Plan.Kind.FACT)))
                .isEmpty();
    }

    @Test
    void anExplanationTakesTheWholeListAlong() {
        assertThat(Explanation.of(ranked("When must notice be given of a fire?")).stream()
                        .map(Ranked::statement))
                .contains(lead, leak, fire, absence)
                .doesNotContain(dogs, rents, small);
    }
}
