package io.recital.retrieval.answer;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.retrieval.plan.TypedQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers what was delivered, invoiced, owed or missed with what the ledger says of it, clauses and rows with it. */
final class PerformanceAnswers implements Route {
    private static final int FEW = 2;

    private final PageFinder pages;

    PerformanceAnswers(PageFinder pages) {
        this.pages = pages;
    }

    @Override
    public Optional<Answer> find(Evidence evidence) {
        List<Outcome> all = evidence.run()
                .outcomes(new TypedQuery.Outcomes(
                        evidence.question().scope().contracts(),
                        evidence.question().asOf()));
        List<Outcome> cited =
                all.stream().filter(outcome -> !outcome.rests().isEmpty()).toList();
        List<Outcome> asked = new AskedOutcomes(evidence.question()).among(cited);
        List<Outcome> known = asked.stream()
                .filter(outcome -> !(outcome instanceof NotCheckable))
                .toList();
        List<Outcome> said =
                distinct(known.isEmpty() ? asked.stream().limit(FEW).toList() : known);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        List<AnswerSentence> sentences = new ArrayList<>(sums(said));
        said.stream().map(this::sentence).forEach(sentences::add);
        return Optional.of(Answer.of(
                sentences,
                said.stream()
                        .flatMap(outcome -> outcome.rests().stream())
                        .map(Finding::id)
                        .distinct()
                        .toList()));
    }

    /** What documents say twice, such as an agreement and its restatement, is said once. */
    private static List<Outcome> distinct(List<Outcome> outcomes) {
        Set<String> seen = new HashSet<>();
        return outcomes.stream()
                .filter(outcome -> seen.add(
                        outcome instanceof LedgerEntry entry
                                ? entry.check() + entry.period() + amount(entry)
                                : outcome.title()))
                .toList();
    }

    private AnswerSentence sentence(Outcome outcome) {
        List<Citation> citations = pages.paged(citations(Stream.of(outcome)));
        if (outcome instanceof LedgerEntry entry) {
            return new AnswerSentence(
                    provable(wordings(entry), citations, entry.workings()), citations, entry.workings());
        }
        String said = outcome instanceof NotCheckable unknown
                ? unknown.title() + ": not checkable without " + unknown.missing()
                : outcome.title();
        return AnswerSentence.of(said + ".", citations);
    }

    /** From the fullest to the barest. */
    private static List<String> wordings(LedgerEntry entry) {
        String money = amount(entry) + ", " + entry.leakage().label().replace('-', ' ')
                + (entry.isProvisional() ? " (provisional: nobody has accepted the findings that it rests on)" : "");
        String until = entry.recoverableUntil() == null ? "" : ", to be claimed by " + entry.recoverableUntil();
        return List.of(
                entry.title() + ": " + money + until + ".",
                entry.title() + ": " + money + ".",
                entry.check().replace('-', ' ') + ": " + money + ".");
    }

    /** The fullest wording all of whose numbers are quoted or computed. */
    private static String provable(List<String> wordings, List<Citation> citations, List<Derivation> workings) {
        List<String> sources = Stream.concat(
                        citations.stream()
                                .flatMap(citation -> Stream.of(citation.quote(), citation.path(), citation.file())),
                        workings.stream()
                                .flatMap(step -> Stream.concat(
                                        Stream.of(step.result()),
                                        step.inputs().stream().map(Derivation.Input::value))))
                .toList();
        return wordings.stream()
                .filter(text -> StatedNumbers.of(text).missingIn(sources).isEmpty())
                .findFirst()
                .orElse(wordings.get(wordings.size() - 1));
    }

    /** What entries of one class and currency come to together; classes are never added up. */
    private List<AnswerSentence> sums(List<Outcome> outcomes) {
        Map<String, List<LedgerEntry>> together = outcomes.stream()
                .filter(LedgerEntry.class::isInstance)
                .map(LedgerEntry.class::cast)
                .collect(Collectors.groupingBy(
                        entry -> entry.leakage().label().replace('-', ' ') + " in "
                                + entry.amount().getCurrencyUnit().getCode(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return together.entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .map(group -> sum(group.getKey(), group.getValue()))
                .toList();
    }

    private AnswerSentence sum(String what, List<LedgerEntry> entries) {
        String total = entries.stream()
                .map(LedgerEntry::amount)
                .reduce((one, other) -> one.plus(other))
                .map(sum ->
                        sum.getCurrencyUnit().getCode() + " " + sum.getAmount().toPlainString())
                .orElseThrow();
        Derivation sum = new Derivation(
                Derivation.Operation.SUM,
                entries.stream()
                        .map(entry -> new Derivation.Input(entry.title(), amount(entry), null))
                        .toList(),
                total);
        return new AnswerSentence(
                "In all, " + what + ": " + total + ".", pages.paged(citations(entries.stream())), List.of(sum));
    }

    private static String amount(LedgerEntry entry) {
        return entry.amount().getCurrencyUnit().getCode() + " "
                + entry.amount().getAmount().toPlainString();
    }

    private static List<Citation> citations(Stream<? extends Outcome> outcomes) {
        return outcomes.flatMap(outcome -> outcome.rests().stream())
                .flatMap(finding -> finding.citations().stream())
                .distinct()
                .toList();
    }
}
