package io.recital.extraction.onnx;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Clause;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Span;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.CuadLabels;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.Extraction.FailureCategory;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Finds CUAD's clause labels in English clauses; each candidate cites the sentences that bear the label. Parties, title
 * and dates are left to the rules that read them as facts.
 *
 * <p>A contract is always read whole, so {@link #extractAll} is much the faster way.
 */
public final class ClauseLabelExtractor implements Extractor {
    private static final Extraction NOT_ENGLISH =
            new Extraction.Failed(FailureCategory.LANGUAGE, false, "the clause classifier reads English only");

    private final ClauseClassifier classifier;
    private final Extractor levers;
    private final Map<String, ModelCard.LabelCard> labels;
    private final double floor;

    /** @param levers the rules that find levers, for a second opinion on the labels that are about them */
    public ClauseLabelExtractor(ClauseClassifier classifier, Extractor levers) {
        this.classifier = classifier;
        this.levers = levers;
        this.labels = classifier.card().labels().stream()
                .collect(Collectors.toUnmodifiableMap(ModelCard.LabelCard::label, label -> label));
        this.floor = classifier.card().labels().stream()
                .mapToDouble(ModelCard.LabelCard::doubtful)
                .min()
                .orElse(1);
    }

    @Override
    public Provenance provenance() {
        return new Provenance(
                classifier.card().name(), classifier.card().version() + "." + ClauseClassifier.WAY_OF_READING);
    }

    @Override
    public Set<FindingKind> kinds() {
        return Set.of(FindingKind.LABEL);
    }

    @Override
    public Extraction extract(ContractReading contract, Clause clause, FindingKind kind) {
        return requireNonNull(extractAll(contract, kind).get(clause.id()), "a clause of this contract");
    }

    @Override
    public Map<UUID, Extraction> extractAll(ContractReading contract, FindingKind kind) {
        return judgeAll(contract, kind).answers();
    }

    /** One run of the network gives both, the findings and what search keeps of the rest. */
    @Override
    public Judgement judgeAll(ContractReading contract, FindingKind kind) {
        requireLabel(kind);
        Sentences sentences = Sentences.of(contract);
        List<LabelledSpan> spans = classifier.classify(
                contract.text(),
                sentences.spans(),
                StatedLevers.of(contract, levers),
                Math.min(floor, ScoredRuns.FLOOR));
        Map<UUID, List<LabelledSpan>> found = spans.stream()
                .filter(span -> span.score() >= floor)
                .collect(Collectors.groupingBy(
                        label -> sentences.clauseAt(label.span().start())));
        Map<UUID, Extraction> answers = new LinkedHashMap<>();
        for (Clause clause : contract.clauses()) {
            answers.put(
                    clause.id(),
                    clause.isEnglish() ? judge(contract, found.getOrDefault(clause.id(), List.of())) : NOT_ENGLISH);
        }
        return new Judgement(answers, ScoredRuns.of(inEnglish(spans, sentences)));
    }

    private static List<LabelledSpan> inEnglish(List<LabelledSpan> spans, Sentences sentences) {
        return spans.stream()
                .filter(span -> sentences.isEnglishAt(span.span().start()))
                .toList();
    }

    private static void requireLabel(FindingKind kind) {
        if (kind != FindingKind.LABEL) {
            throw new IllegalArgumentException("Can be asked for labels only, not for " + kind);
        }
    }

    private Extraction judge(ContractReading contract, List<LabelledSpan> judged) {
        List<LabelledSpan> found = atLeast(judged, ModelCard.LabelCard::threshold);
        if (!found.isEmpty()) {
            return new Extraction.Found(candidates(contract, found));
        }
        List<LabelledSpan> doubtful = atLeast(judged, ModelCard.LabelCard::doubtful);
        if (doubtful.isEmpty()) {
            return new Extraction.NothingHere();
        }
        String names = doubtful.stream().map(LabelledSpan::label).distinct().collect(Collectors.joining(", "));
        return new Extraction.Unsure("near the threshold of " + names, candidates(contract, doubtful));
    }

    private List<LabelledSpan> atLeast(List<LabelledSpan> spans, ToDoubleFunction<ModelCard.LabelCard> least) {
        return spans.stream()
                .filter(span -> !CuadLabels.FACTS.contains(span.label()))
                .filter(span -> span.score() >= least.applyAsDouble(labels.get(span.label())))
                .toList();
    }

    private static List<Candidate> candidates(ContractReading contract, List<LabelledSpan> spans) {
        return spans.stream()
                .map(span -> new Candidate(
                        new ClauseLabel(span.label()),
                        List.of(contract.cite(span.span(), CitationRole.CLAUSE)),
                        span.score()))
                .toList();
    }

    /** The sentences of a contract's clauses, in text order, and whose the one that begins somewhere is. */
    private record Sentences(List<Span> spans, Map<Integer, Clause> owners) {
        static Sentences of(ContractReading contract) {
            List<Span> spans = new ArrayList<>();
            Map<Integer, Clause> owners = new LinkedHashMap<>();
            contract.clauses().stream()
                    .sorted(Comparator.comparing(Clause::span))
                    .forEach(clause -> SentenceSplitter.split(contract.text(), clause.span()).stream()
                            .filter(span -> owners.putIfAbsent(span.start(), clause) == null)
                            .forEach(spans::add));
            return new Sentences(List.copyOf(spans), owners);
        }

        UUID clauseAt(int start) {
            return ownerAt(start).id();
        }

        boolean isEnglishAt(int start) {
            return ownerAt(start).isEnglish();
        }

        private Clause ownerAt(int start) {
            return requireNonNull(owners.get(start), "a sentence stands in a clause");
        }
    }
}
