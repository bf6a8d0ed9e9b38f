package io.recital.retrieval.answer;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TypedValue;
import io.recital.models.inference.TextEncoder;
import io.recital.models.store.Repositories;
import io.recital.retrieval.portfolio.Portfolio;
import io.recital.retrieval.portfolio.PortfolioResult;
import io.recital.retrieval.portfolio.StatedTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers questions about several contracts: a sentence for each, and one for what is counted or compared. */
final class PortfolioAnswers implements Route {
    private static final Pattern HIGHER =
            Pattern.compile("(?i)\\b(?:higher|longer|larger|greater|bigger|more|later|better|most)\\b");
    private static final Pattern LOWER =
            Pattern.compile("(?i)\\b(?:lower|shorter|smaller|less|fewer|sooner|earlier|cheaper|faster)\\b");
    private static final int LONGEST_QUOTE = 300;

    private final Portfolio portfolio;
    private final Repositories store;
    private final PageFinder pages;

    PortfolioAnswers(Repositories store, TextEncoder encoder, PageFinder pages) {
        this.portfolio = new Portfolio(encoder);
        this.store = store;
        this.pages = pages;
    }

    @Override
    public Optional<Answer> find(Evidence evidence) {
        return portfolio
                .find(
                        evidence.question(),
                        evidence.run(),
                        store.counterparties().list())
                .map(result -> answer(result, evidence.question().text()));
    }

    private Answer answer(PortfolioResult result, String question) {
        List<AnswerSentence> sentences = new ArrayList<>();
        List<StatedTerm> shown = result.statements().isEmpty() ? result.considered() : result.statements();
        if (result.statements().isEmpty()) {
            sentences.add(new AnswerSentence(
                    "None of these contracts does; this is what they state:", citations(shown), List.of()));
        } else if (result.operation() == PortfolioResult.Operation.COUNT) {
            sentences.add(count(result));
        }
        shown.forEach(statement -> sentences.add(sentence(result, statement)));
        conclusion(result, question).ifPresent(sentences::add);
        return Answer.of(
                sentences,
                shown.stream()
                        .flatMap(statement -> Optional.ofNullable(statement.finding()).stream())
                        .map(Finding::id)
                        .distinct()
                        .toList());
    }

    private AnswerSentence count(PortfolioResult result) {
        List<String> parties =
                result.statements().stream().map(StatedTerm::party).distinct().toList();
        List<Derivation.Input> inputs = result.statements().stream()
                .collect(Collectors.toMap(
                        StatedTerm::party, statement -> statement, (one, other) -> one, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .map(statement -> input(result, statement))
                .toList();
        return new AnswerSentence(
                parties.size() + (parties.size() == 1 ? " counterparty: " : " counterparties: ")
                        + String.join(", ", parties) + ".",
                citations(result.statements()),
                List.of(new Derivation(Operation.COUNT, inputs, String.valueOf(parties.size()))));
    }

    private AnswerSentence sentence(PortfolioResult result, StatedTerm statement) {
        List<Derivation> derivations = new ArrayList<>(statement.derivations());
        String rank = "";
        if (result.operation() == PortfolioResult.Operation.GREATEST
                || result.operation() == PortfolioResult.Operation.LEAST) {
            boolean greatest = result.operation() == PortfolioResult.Operation.GREATEST;
            rank = greatest ? "The greatest: " : "The least: ";
            derivations.add(extreme(result, statement, greatest ? Operation.GREATEST : Operation.LEAST));
        }
        String text = rank + statement.party() + ", " + statement.title() + ": " + said(result, statement)
                + quoted(statement);
        return new AnswerSentence(text, pages.paged(statement.citations()), derivations);
    }

    private static String said(PortfolioResult result, StatedTerm statement) {
        TypedValue value = statement.value();
        Finding finding = statement.finding();
        if (finding != null && Wording.isTyped(finding.content())) {
            return Wording.value(finding.content()) + ". ";
        }
        return value == null ? "" : (result.subject() + " " + value.display()).strip() + ". ";
    }

    /** The words that state the value, or else the first. */
    private static String quoted(StatedTerm statement) {
        String quote = statement.telling().quote().replaceAll("\\s+", " ").strip();
        return "“" + (quote.length() <= LONGEST_QUOTE ? quote : quote.substring(0, LONGEST_QUOTE) + " …") + "”";
    }

    /** Of two that are compared, which is the higher or the lower. */
    private static Optional<AnswerSentence> conclusion(PortfolioResult result, String question) {
        boolean higher = HIGHER.matcher(question).find();
        if (result.operation() != PortfolioResult.Operation.EACH
                || result.statements().size() != 2
                || (!higher && !LOWER.matcher(question).find())) {
            return Optional.empty();
        }
        return result.extreme(higher)
                .map(statement -> new AnswerSentence(
                        (higher ? "The higher is that of " : "The lower is that of ") + statement.party() + ": "
                                + Objects.requireNonNull(statement.value()).display() + ".",
                        citations(result.statements()),
                        List.of(extreme(result, statement, higher ? Operation.GREATEST : Operation.LEAST))));
    }

    private static Derivation extreme(PortfolioResult result, StatedTerm statement, Operation operation) {
        return new Derivation(
                operation,
                result.comparableWith(statement).stream()
                        .map(other -> input(result, other))
                        .toList(),
                Objects.requireNonNull(statement.value()).display());
    }

    private static Derivation.Input input(PortfolioResult result, StatedTerm statement) {
        TypedValue value = statement.value();
        return new Derivation.Input(
                result.subject() + ", " + statement.party(),
                value == null ? statement.party() : value.display(),
                value == null || !statement.derivations().isEmpty() ? null : statement.telling());
    }

    private static List<Citation> citations(List<StatedTerm> statements) {
        return statements.stream().map(StatedTerm::telling).distinct().toList();
    }
}
