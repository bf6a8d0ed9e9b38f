package io.recital.retrieval.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProofTest {
    private static final UUID CONTRACT = UUID.randomUUID();
    private static final UUID DOCUMENT = UUID.randomUUID();
    private static final String TEXT = "The deposit is £4,000. The rent is £950 a month, due within seven days.";
    private static final Proof PROOF = new Proof(
            document -> document.equals(DOCUMENT) ? Optional.of(StoredText.of(TEXT)) : Optional.empty(),
            contract -> List.of("Lease of Unit 12", "Harrow 88 Ltd"));

    private static Citation cite(String quote) {
        return cite(DOCUMENT, quote, TEXT.indexOf(quote));
    }

    private static Citation cite(UUID document, String quote, int at) {
        return new Citation(
                CONTRACT,
                document,
                "lease.txt",
                "3",
                null,
                new Span(at, at + quote.length()),
                quote,
                Sha256.of(quote),
                CitationRole.CLAUSE);
    }

    private static final AnswerSentence RENT = AnswerSentence.of(
            "Lease of Unit 12: rent GBP 950, due within 7 days.",
            List.of(cite("The rent is £950 a month, due within seven days.")));

    private static Answer proven(AnswerSentence... sentences) {
        return PROOF.proven(Answer.of(List.of(sentences), List.of()), List.of("Is it 60 days?", "2026-06-30"));
    }

    private static void assertLeftOut(AnswerSentence sentence, String why) {
        Answer answer = proven(RENT, sentence);

        assertThat(answer.sentences()).containsExactly(RENT);
        assertThat(answer.notes()).singleElement().asString().isEqualTo("A sentence was left out: " + why);
    }

    @Test
    void keepsWhatIsQuotedNamedOrAskedFor() {
        AnswerSentence asked = AnswerSentence.of(
                "Harrow 88 Ltd: not 60 but seven days on 2026-06-30.", List.of(cite("due within seven days")));

        assertThat(proven(RENT, asked).sentences()).containsExactly(RENT, asked);
        assertThat(proven(RENT, asked).notes()).isEmpty();
    }

    @Test
    void leavesOutANumberThatNothingStates() {
        assertLeftOut(
                AnswerSentence.of("Lease of Unit 12: deposit GBP 4500.", List.of(cite("The deposit is £4,000."))),
                "nothing quoted or computed states 4500.");
    }

    @Test
    void leavesOutAQuoteThatStandsElsewhereOrNowhere() {
        assertLeftOut(
                AnswerSentence.of("The deposit is £4,000.", List.of(cite(DOCUMENT, "The deposit is £4,000.", 1))),
                "a quote of it does not stand in the stored text of lease.txt.");
        assertLeftOut(
                AnswerSentence.of(
                        "The deposit is £4,000.", List.of(cite(UUID.randomUUID(), "The deposit is £4,000.", 0))),
                "a quote of it does not stand in the stored text of lease.txt.");
    }

    @Test
    void keepsASumThatComesOutAndLeavesOutOneThatDoesNot() {
        AnswerSentence right = year("GBP 11400");

        assertThat(proven(right).sentences()).containsExactly(right);
        assertLeftOut(year("GBP 11500"), "a sum in it does not come to GBP 11500.");
    }

    private static AnswerSentence year(String result) {
        Citation rent = cite("The rent is £950 a month");
        return new AnswerSentence(
                "Lease of Unit 12: " + result + " a year.",
                List.of(rent),
                List.of(new Derivation(
                        Derivation.Operation.PRODUCT,
                        List.of(
                                new Derivation.Input("rent", "GBP 950", rent),
                                new Derivation.Input("months of a year", "12", null)),
                        result)));
    }

    @Test
    void leavesOutASumWhoseInputIsNotWhatItsQuoteSays() {
        Citation rent = cite("The rent is £950 a month");
        Derivation.Input input = new Derivation.Input("rent", "GBP 960", rent);

        assertLeftOut(
                new AnswerSentence(
                        "The greatest: the rent.",
                        List.of(rent),
                        List.of(new Derivation(Derivation.Operation.GREATEST, List.of(input), "GBP 960"))),
                "no quote of it states GBP 960.");
    }

    @Test
    void abstainsWhenNothingIsLeft() {
        Answer answer = proven(AnswerSentence.of("Deposit GBP 4500.", List.of(cite("The deposit is £4,000."))));

        assertThat(answer.abstained()).isTrue();
        assertThat(answer.reason()).contains("could not be proved");
        assertThat(answer.passages()).hasSize(1);
        assertThat(answer.notes()).hasSize(1);
    }
}
