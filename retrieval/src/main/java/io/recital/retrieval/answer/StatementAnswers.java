package io.recital.retrieval.answer;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.Finding;
import io.recital.models.inference.TextEncoder;
import io.recital.retrieval.performance.Tellings;
import io.recital.retrieval.plan.Plan;
import io.recital.retrieval.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Answers a fact with the statement that says it, and explains a clause with the statements around it. */
final class StatementAnswers implements Route {
    private static final double LEAST_SCORE = 0.48;
    private static final double LEAST_COVERAGE = 0.35;
    private static final double LEAST_SCORE_TO_EXPLAIN = 0.38;
    private static final double LEAST_TO_EXPLAIN = 0.2;
    /** Where so much of the question is unknown to the contracts, what is found must fit better. */
    private static final double MUCH_UNKNOWN = 0.45;

    private static final double SURELY = 0.55;
    /** What is said to have happened is not shown by what foresees it. */
    private static final Pattern HAPPENED = Pattern.compile("(?i)^\\W*why (?:did|was|were|has|have|had)\\b");

    private static final Pattern DONE = Pattern.compile("(?i)^\\W*(?:did|has|have|had)\\b");
    private static final Pattern FORESEEN =
            Pattern.compile("(?i)\\b(?:if|unless|may|might|in the event|in case|where|shall|must|force majeure)\\b");

    private static final double DENIED = 0.75;
    private static final double GRANTED = 0.8;

    private static final double AS_WELL = 0.05;

    private static final Pattern STATE = Pattern.compile(
            "(?i)\\b(?:still|yet|ever|late|missed|over-?(?:charg|bill|pa)\\w*|under-?(?:charg|bill|pa)\\w*|unclaimed|twice|wrong|right|correct|score\\w*|owing|so far|^\\W*(?:did|have|has|was|were|should|can)\\b)");

    private final Ranking ranking;
    private final PageFinder pages;

    StatementAnswers(TextEncoder encoder, PageFinder pages) {
        this.ranking = new Ranking(encoder);
        this.pages = pages;
    }

    @Override
    public Optional<Answer> find(Evidence evidence) {
        if (asksForATimeThatPassed(evidence)) {
            return Optional.empty();
        }
        Ranking.Result result = ranking.rank(evidence);
        if (result.best().isEmpty()) {
            return Optional.empty();
        }
        Optional<Premise> premise = Premise.of(evidence.question().text());
        if (premise.isPresent() && premise.get().isStated()) {
            return onPremise(premise.get(), result, evidence);
        }
        Optional<AnswerSentence> cost =
                premise.isEmpty() ? UnitCosts.of(result, evidence.question()) : Optional.empty();
        if (cost.isPresent()) {
            return cost.map(this::computed);
        }
        if (evidence.question().kind() == Plan.Kind.LIST) {
            List<Ranked> items = Items.of(result, evidence.question());
            if (!items.isEmpty()) {
                return Optional.of(answer(items, ""));
            }
        }
        List<Ranked> chosen = chosen(result, evidence);
        if (!chosen.isEmpty()
                && DONE.matcher(evidence.question().text()).find()
                && FORESEEN.matcher(chosen.get(0).statement().quote()).find()) {
            return Optional.empty();
        }
        if (chosen.isEmpty() && premise.isEmpty()) {
            return Counted.of(result, evidence.question()).map(this::computed);
        }
        boolean figures = chosen.stream()
                .allMatch(one -> premise.isEmpty()
                        || premise.get().figuresStandIn(one.statement().words()));
        return chosen.isEmpty() || !figures ? Optional.empty() : Optional.of(answer(chosen, ""));
    }

    private Answer computed(AnswerSentence sentence) {
        return Answer.of(
                List.of(new AnswerSentence(sentence.text(), pages.paged(sentence.citations()), sentence.derivations())),
                List.of());
    }

    /** What happened at a time stands in the facts, and in no contract. */
    private static boolean asksForATimeThatPassed(Evidence evidence) {
        return evidence.question().kind() == Plan.Kind.PERFORMANCE
                && (Tellings.nameATime(evidence.question())
                        || STATE.matcher(evidence.question().text()).find());
    }

    private static List<Ranked> chosen(Ranking.Result result, Evidence evidence) {
        Ranked best = result.best().get(0);
        Plan.Kind kind = evidence.question().kind();
        boolean explain = kind == Plan.Kind.CLAUSE || kind == Plan.Kind.LIST;
        double least = kind == Plan.Kind.CLAUSE ? LEAST_TO_EXPLAIN : LEAST_COVERAGE;
        double leastScore = kind == Plan.Kind.CLAUSE ? LEAST_SCORE_TO_EXPLAIN : LEAST_SCORE;
        if (kind != Plan.Kind.CLAUSE && result.unknown() >= MUCH_UNKNOWN) {
            leastScore = SURELY;
        }
        if (best.score() < leastScore || best.coverage() < least || Mismatch.of(evidence.question(), best, result)) {
            return List.of();
        }
        return explain
                ? Explanation.of(result).stream().map(Ranked::withoutFinding).toList()
                : withRival(result.best());
    }

    /** The best, and the second where it fits as well and its contract is of the same side. */
    private static List<Ranked> withRival(List<Ranked> ranked) {
        Ranked best = ranked.get(0);
        UUID side = best.statement().contract().counterparty();
        return ranked.stream()
                .limit(2)
                .filter(one -> one.equals(best)
                        || (one.score() >= best.score() - AS_WELL
                                && Objects.equals(
                                        side, one.statement().contract().counterparty())))
                .toList();
    }

    /** Says what denies the premise; answers only where a statement holds all of it. */
    private Optional<Answer> onPremise(Premise premise, Ranking.Result result, Evidence evidence) {
        Set<String> said = result.coverage().wanted(premise.statement());
        evidence.question().scope().phrases().forEach(phrase -> said.removeAll(Words.of(phrase)));
        Optional<Ranked> denial = result.best().stream()
                .filter(one -> Premise.denies(one.statement().quote()))
                .filter(one -> result.coverage().of(one.statement(), said) >= DENIED)
                .findFirst();
        if (denial.isPresent()) {
            return Optional.of(answer(List.of(denial.get()), "the contract says otherwise: "));
        }
        List<Ranked> chosen = chosen(result, evidence);
        boolean granted = !chosen.isEmpty()
                && chosen.stream()
                        .anyMatch(one -> premise.figuresStandIn(one.statement().words()))
                && result.coverage().of(chosen.get(0).statement(), said) >= GRANTED
                && !(HAPPENED.matcher(evidence.question().text()).find()
                        && FORESEEN.matcher(chosen.get(0).statement().quote()).find());
        return granted ? Optional.of(answer(chosen, "")) : Optional.empty();
    }

    /** What the statement and its finding rest on, each place once. */
    private static List<Citation> citations(Ranked ranked) {
        List<Citation> citations = new ArrayList<>(ranked.statement().cite());
        Finding finding = ranked.finding();
        if (finding != null && !ranked.statement().isRow()) {
            finding.citations().stream()
                    .filter(citation ->
                            citations.stream().noneMatch(known -> known.span().overlaps(citation.span())))
                    .forEach(citations::add);
        }
        return citations;
    }

    private Answer answer(List<Ranked> chosen, String remark) {
        List<AnswerSentence> sentences = new ArrayList<>();
        List<UUID> findings = new ArrayList<>();
        for (Ranked one : chosen) {
            Finding finding = one.finding();
            List<Citation> citations = citations(one);
            sentences.add(AnswerSentence.of(StatementWording.sentence(one, remark, citations), pages.paged(citations)));
            if (finding != null) {
                findings.add(finding.id());
            }
        }
        return Answer.of(sentences, findings);
    }
}
