package io.recital.retrieval.answer;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.finding.Finding;
import io.recital.models.report.Standing;
import io.recital.retrieval.performance.Telling;
import io.recital.retrieval.performance.Tellings;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.words.AnswerForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Answers what was delivered, invoiced, owed or missed by how the counterparties stand, clauses and rows with it. */
final class PerformanceAnswers implements Route {
    private static final int MOST = 12;
    /** Quotes of one finding that are shown where they prove what is said. */
    private static final int FEW = 2;

    private static final Pattern HOW_MUCH = Pattern.compile("(?i)\\bhow (?:much|many (?:pounds|dollars|euros?))\\b");

    private final Tellings tellings = new Tellings();
    private final PageFinder pages;
    private final Proof proof;
    private final Strangers strangers;

    PerformanceAnswers(PageFinder pages, Proof proof, Strangers strangers) {
        this.pages = pages;
        this.proof = proof;
        this.strangers = strangers;
    }

    @Override
    public Optional<Answer> find(Evidence evidence) {
        List<Standing> standings = evidence.run()
                .standings(new TypedQuery.Standings(
                        evidence.question().scope().contracts(),
                        evidence.question().asOf()));
        Optional<String> stranger = strangers.find(evidence).filter(name -> !tellings.know(name, standings));
        if (stranger.isPresent()) {
            return Optional.empty();
        }
        List<Telling> told = tellings
                .of(evidence.question(), standings, evidence.run().governance())
                .stream()
                .filter(telling -> !telling.citations().isEmpty())
                .limit(MOST)
                .toList();
        if (told.isEmpty() || lacksMoney(evidence.question().text(), told)) {
            return Optional.empty();
        }
        List<AnswerSentence> sentences = new ArrayList<>(sums(told));
        sentences.addAll(RepeatedSentences.once(
                told.stream().map(telling -> sentence(telling, evidence)).toList()));
        return Optional.of(Answer.of(
                sentences,
                told.stream()
                        .flatMap(telling -> telling.rests().stream())
                        .map(Finding::id)
                        .distinct()
                        .toList()));
    }

    /** Asked how much, one has to name a sum or a share, or say what it takes to. */
    private static boolean lacksMoney(String question, List<Telling> told) {
        return HOW_MUCH.matcher(question).find()
                && told.stream()
                        .map(telling -> telling.wordings().get(0))
                        .noneMatch(text -> AnswerForm.AMOUNT.standsIn(text)
                                || AnswerForm.PERCENT.standsIn(text)
                                || text.contains("not checkable"));
    }

    /** In the fullest wording that can be proved, with no more quotes than it takes. */
    private AnswerSentence sentence(Telling telling, Evidence evidence) {
        List<Citation> all = pages.paged(telling.citations());
        List<Citation> few = pages.paged(telling.citations(evidence.question().text(), FEW));
        List<AnswerSentence> wordings = telling.wordings().stream()
                .flatMap(
                        text -> Stream.of(few, all).map(quotes -> new AnswerSentence(text, quotes, telling.workings())))
                .toList();
        return wordings.stream()
                .filter(sentence -> proof.isSound(sentence, evidence.given()))
                .findFirst()
                .orElse(wordings.get(wordings.size() - 1));
    }

    /** What money of one sort and currency comes to together; sorts are never added up. */
    private List<AnswerSentence> sums(List<Telling> told) {
        Map<String, List<Telling>> together = told.stream()
                .filter(telling -> telling.sort() != null && telling.amount() != null)
                .collect(Collectors.groupingBy(
                        telling -> telling.sort() + " in "
                                + money(telling).getCurrencyUnit().getCode(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return together.entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .map(group -> sum(group.getKey(), group.getValue()))
                .toList();
    }

    private static Money money(Telling telling) {
        return Optional.ofNullable(telling.amount()).orElseThrow();
    }

    private AnswerSentence sum(String what, List<Telling> parts) {
        String total = Telling.money(parts.stream()
                .map(PerformanceAnswers::money)
                .reduce(Money::plus)
                .orElseThrow());
        Derivation sum = new Derivation(
                Derivation.Operation.SUM,
                parts.stream()
                        .map(part -> new Derivation.Input(part.wordings().get(0), Telling.money(money(part)), null))
                        .toList(),
                total);
        List<Citation> citations = pages.paged(citations(parts.stream()));
        return new AnswerSentence("In all, " + what + ": " + total + ".", citations, List.of(sum));
    }

    private static List<Citation> citations(Stream<Telling> told) {
        return told.flatMap(telling -> telling.citations().stream()).distinct().toList();
    }
}
