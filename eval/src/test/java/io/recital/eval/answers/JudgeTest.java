package io.recital.eval.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.eval.answers.BankQuestion.GoldQuote;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.retrieval.answer.Answer;
import io.recital.retrieval.answer.AnswerSentence;
import io.recital.samples.SamplePortfolio;
import io.recital.samples.question.Question;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Judge JUDGE = new Judge(new PortfolioNames(new SamplePortfolio(
            LocalDate.of(2026, 6, 30),
            List.of(),
            List.of(),
            List.of(
                    new SamplePortfolio.Document("ottermill-1.docx", "Supply Agreement", "Ottermill Ltd", "BUYER", "o"),
                    new SamplePortfolio.Document("quillon-1.docx", "Service Agreement", "Quillon LLP", "BUYER", "q"),
                    new SamplePortfolio.Document("varde-1.docx", "Framework", "Varde AS", "BUYER", "v")))));
    private static final GoldQuote OTTERMILL = new GoldQuote("ottermill-1.docx", "within 45 days", 100, 114);
    private static final GoldQuote QUILLON = new GoldQuote("quillon-1.docx", "within 30 days", 200, 214);
    private static final TypedValue FORTY_FIVE_DAYS = new TypedValue.Length(new TimeSpan(45, TimeSpan.Unit.DAYS));

    private static AnswerSentence said(String text, String file, int at) {
        String quote = "x".repeat(20);
        return new AnswerSentence(
                text,
                List.of(new Citation(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        file,
                        "1",
                        null,
                        new Span(at, at + 20),
                        quote,
                        Sha256.of(quote),
                        CitationRole.CLAUSE)),
                List.of());
    }

    private static Answer answer(AnswerSentence... sentences) {
        return new Answer(
                List.of(sentences),
                sentences.length == 0 ? "Nobody says." : null,
                List.of(),
                List.of(),
                List.of(),
                null,
                "x");
    }

    private static BankQuestion question(
            Question.Kind kind, TypedValue value, List<String> items, GoldQuote... quotes) {
        return new BankQuestion("q", kind, "Sort them, please?", true, "-", value, items, null, null, List.of(quotes));
    }

    private static boolean right(BankQuestion question, AnswerSentence... sentences) {
        return JUDGE.judge(question, answer(sentences)).right();
    }

    @Test
    void aValueIsStatedByItsOwnContractBeforeAnyOther() {
        BankQuestion question = question(Question.Kind.FACT, FORTY_FIVE_DAYS, null, OTTERMILL);

        assertThat(right(question, said("Supply Agreement: payment term 45 days.", "ottermill-1.docx", 100)))
                .isTrue();
        assertThat(right(question, said("Supply Agreement: payment term 30 days.", "ottermill-1.docx", 100)))
                .isFalse();
        assertThat(right(question, said("Service Agreement: payment term 45 days.", "quillon-1.docx", 100)))
                .isFalse();
        assertThat(right(
                        question,
                        said("Service Agreement: payment term 30 days.", "quillon-1.docx", 200),
                        said("Supply Agreement: payment term 45 days.", "ottermill-1.docx", 100)))
                .isFalse();
        assertThat(right(question)).isFalse();
    }

    @Test
    void whatIsToBeComputedStandsInTheFirstSentence() {
        BankQuestion question = question(Question.Kind.COMPUTED, FORTY_FIVE_DAYS, null, OTTERMILL);
        AnswerSentence other = said("Supply Agreement: payment term 30 days.", "ottermill-1.docx", 100);
        AnswerSentence longest = said("Supply Agreement: payment term 45 days.", "ottermill-1.docx", 100);

        assertThat(right(question, longest, other)).isTrue();
        assertThat(right(question, other, longest)).isFalse();
    }

    @Test
    void aListHoldsEveryItemInOrderAndNothingElse() {
        BankQuestion question = question(
                Question.Kind.LIST, null, List.of("Quillon: 30 days", "Ottermill: 45 days"), QUILLON, OTTERMILL);
        AnswerSentence quillon = said("Service Agreement: payment term 30 days.", "quillon-1.docx", 200);
        AnswerSentence ottermill = said("Supply Agreement: payment term 45 days.", "ottermill-1.docx", 100);
        AnswerSentence varde = said("Framework: payment term 60 days.", "varde-1.docx", 100);

        assertThat(right(question, quillon, ottermill)).isTrue();
        assertThat(right(question, ottermill, quillon)).isFalse();
        assertThat(right(question, quillon)).isFalse();
        assertThat(right(question, quillon, ottermill, varde)).isFalse();
    }

    @Test
    void aClauseIsExplainedByItsOwnWordsAndNotByEverything() {
        BankQuestion question = question(Question.Kind.CLAUSE, null, null, OTTERMILL);
        AnswerSentence there = said("Supply Agreement says so.", "ottermill-1.docx", 90);
        AnswerSentence[] everything = Stream.concat(
                        Stream.of(there),
                        Stream.of(300, 400, 500, 600).map(at -> said("Supply Agreement.", "ottermill-1.docx", at)))
                .toArray(AnswerSentence[]::new);

        assertThat(right(question, there)).isTrue();
        assertThat(right(question, said("Supply Agreement says so.", "ottermill-1.docx", 300)))
                .isFalse();
        assertThat(right(question, everything)).isFalse();
    }

    @Test
    void whatCannotBeAnsweredIsAbstainedFromAndAFalsePremiseMayBeDenied() {
        BankQuestion unanswerable = question(Question.Kind.UNANSWERABLE, null, null);
        BankQuestion falsePremise = question(Question.Kind.FALSE_PREMISE, null, null, OTTERMILL);
        AnswerSentence denial = said("Supply Agreement: no, it does not renew.", "ottermill-1.docx", 100);

        assertThat(right(unanswerable)).isTrue();
        assertThat(right(unanswerable, denial)).isFalse();
        assertThat(right(falsePremise)).isTrue();
        assertThat(right(falsePremise, denial)).isTrue();
        assertThat(right(falsePremise, said("Supply Agreement: renews yearly.", "ottermill-1.docx", 100)))
                .isFalse();
        assertThat(right(falsePremise, said("Supply Agreement: it does not.", "ottermill-1.docx", 300)))
                .isFalse();
    }
}
