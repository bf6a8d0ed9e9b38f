package io.recital.extraction.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Sha256;
import io.recital.models.finding.FindingKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QuestionTest {
    private static ContractText agreement() {
        return ContractText.betweenSupplierAndCustomer();
    }

    private static Question about(ContractReading contract, int clause) {
        return new Question("small", contract, contract.clauses().get(clause), FindingKind.LEVER);
    }

    private static Sha256 key(ContractText text) {
        return about(text.reading(), 0).key();
    }

    private static String material(ContractReading contract, int clause) {
        return about(contract, clause).material().fencedBy("#");
    }

    @Test
    void showsTheDefinitionsOfTheTermsThatTheClauseUsesAndNoOthers() {
        ContractReading contract = agreement()
                .party("Carrier", "Lowland Freight BV")
                .clause("4", "The Suppliers' invoices are payable by Customer, not by any Customerhouse.")
                .reading();

        assertThat(material(contract, 0))
                .contains("# definitions\nSupplier: Meridian Works Ltd\nCustomer: Harbour Foods plc\n# clause")
                .doesNotContain("Lowland");
    }

    @Test
    void showsWhereTheClauseStandsAndTheWordsThatOpenItsList() {
        ContractReading contract = agreement()
                .clause("5", "Reports", "Reports are in English.")
                .clause("6", "The Supplier shall provide to Customer:")
                .child("6", "6(a)", "(a) a monthly statement; and")
                .reading();

        assertThat(material(contract, 0)).startsWith("# place\n5\nReports\n").doesNotContain("# opening");
        assertThat(material(contract, 2))
                .startsWith("# place\n6(a)\n# opening\nThe Supplier shall provide to Customer:\n# definitions\n")
                .endsWith("# clause\n(a) a monthly statement; and\n# end");
    }

    @Test
    void showsTheCellsOfATableWithTheirHeaders() {
        ContractReading contract = agreement()
                .table(
                        "S3",
                        "Credits",
                        "Credits are due as follows.",
                        new String[] {"Availability", "Credit"},
                        new String[] {"below 99.9%", "5%"},
                        new String[] {"below 99.0%", "10%"})
                .reading();

        assertThat(material(contract, 0))
                .contains("# table\nAvailability: below 99.9% | Credit: 5%\nAvailability: below 99.0% | Credit: 10%\n");
    }

    @Test
    void leavesOutDefinitionsBeyondADozenAndCutsLongOnes() {
        ContractText text = ContractText.betweenSupplierAndCustomer();
        StringBuilder clause = new StringBuilder("Governed by");
        for (char letter = 'A'; letter < 'P'; letter++) {
            text.party("Term" + letter, "meaning ".repeat(200));
            clause.append(" Term").append(letter);
        }

        String material = material(text.clause("1", clause.toString()).reading(), 0);

        assertThat(material.lines().filter(line -> line.startsWith("Term"))).hasSize(12);
        assertThat(material.lines().filter(line -> line.startsWith("Term")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(420).endsWith(" …"));
    }

    @Test
    void fencesEachTimeWithAnotherMarkThatStandsOnlyAtTheFences() {
        Question question = about(agreement().clause("1", "The fee is EUR 5.").reading(), 0);

        String first = sent(question);
        String mark = first.substring(0, first.indexOf(' '));

        assertThat(sent(question)).doesNotContain(mark);
        Matcher fences =
                Pattern.compile("(?m)^" + Pattern.quote(mark) + " (\\w+)$").matcher(first);
        assertThat(fences.results().map(fence -> fence.group(1))).containsExactly("place", "clause", "end");
    }

    private static String sent(Question question) {
        return ((UserMessage) question.request(100).messages().get(1)).singleText();
    }

    @Test
    void sameQuestionHasTheSameKeyInAnotherDocument() {
        assertThat(key(agreement().clause("1", "The fee is EUR 5.")))
                .isEqualTo(key(agreement().clause("1", "The fee is EUR 5.").clause("2", "Something else.")));
    }

    @Test
    void anythingThatIsSentOtherwiseIsAnotherQuestion() {
        ContractReading contract =
                agreement().clause("1", "Supplier's fee is EUR 5.").reading();
        Question question = about(contract, 0);

        assertThat(key(agreement().clause("1", "Supplier's fee is EUR 6."))).isNotEqualTo(question.key());
        assertThat(key(agreement().clause("2", "Supplier's fee is EUR 5."))).isNotEqualTo(question.key());
        assertThat(key(new ContractText().party("Supplier", "Other Ltd").clause("1", "Supplier's fee is EUR 5.")))
                .as("another definition of a term that it uses")
                .isNotEqualTo(question.key());
        assertThat(new Question("large", contract, contract.clauses().get(0), FindingKind.LEVER).key())
                .as("another model")
                .isNotEqualTo(question.key());
        assertThat(new Question("small", contract, contract.clauses().get(0), FindingKind.MEASURE).key())
                .as("another prompt")
                .isNotEqualTo(question.key());
    }

    @Test
    void keyIsTheSameInEveryProcess() {
        ContractReading contract =
                agreement().clause("1", "The plan is due on 3 May 2027.").reading();

        assertThat(new Question("small", contract, contract.clauses().get(0), FindingKind.MILESTONE).key())
                .as("changes when this prompt, its schema or the material's form changes, and then only: note it here")
                .isEqualTo(new Sha256("e29639703a0a1a8414d7ecf48efd20d96b6b38f05e5a0f2ecb105dd6edd9b990"));
    }
}
