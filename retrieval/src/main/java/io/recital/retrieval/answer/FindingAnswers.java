package io.recital.retrieval.answer;

import io.recital.models.contract.Contract;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.store.FindingFilter;
import io.recital.models.store.Repositories;
import io.recital.retrieval.plan.Topic;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Answers from findings where the question asks for a kind of finding: the typed value with its citations. */
final class FindingAnswers implements Route {
    private static final double LEAST_CONFIDENCE = 0.5;
    private static final int MOST_CONTRACTS = 4;
    private static final Pattern LIST =
            Pattern.compile("(?i)^\\s*(?:list|name|show)\\b|\\b(?:all|each|every|which are|what are)\\b|\\btiers?\\b");

    private final Repositories store;

    FindingAnswers(Repositories store) {
        this.store = store;
    }

    private record Scored(Finding finding, double score) {
        boolean sharesWords() {
            return score > finding.confidence();
        }
    }

    @Override
    public Optional<Answer> find(Evidence evidence) {
        for (Topic topic : evidence.question().topics()) {
            List<Finding> chosen = choose(topic, evidence);
            if (!chosen.isEmpty()) {
                return Optional.of(answer(chosen));
            }
        }
        return Optional.empty();
    }

    private List<Finding> choose(Topic topic, Evidence evidence) {
        Map<UUID, List<Scored>> byContract = new LinkedHashMap<>();
        for (UUID contract : contracts(topic, evidence)) {
            FindingFilter filter =
                    new FindingFilter(topic.kind(), topic.type(), contract, null, null, LEAST_CONFIDENCE);
            List<Scored> scored = store.findings().list(filter).stream()
                    .map(finding -> new Scored(finding, score(finding, topic, evidence)))
                    .sorted(Comparator.comparingDouble(Scored::score).reversed())
                    .toList();
            if (!scored.isEmpty()
                    && (!isOneOfMany(topic, evidence) || scored.get(0).sharesWords())) {
                byContract.put(contract, scored);
            }
        }
        int perContract = LIST.matcher(evidence.question().text()).find() ? 12 : 1;
        double best = byContract.values().stream()
                .mapToDouble(scored -> scored.get(0).score())
                .max()
                .orElse(0);
        List<Finding> chosen = new ArrayList<>();
        byContract.values().stream()
                .filter(scored -> scored.get(0).score() >= best - 0.35)
                .limit(MOST_CONTRACTS)
                .forEach(scored -> chosen.addAll(ofOneContract(scored, topic, perContract)));
        return latestFirst(chosen);
    }

    /** Of the same contract: all parties, all that are asked for, or the one that fits best. */
    private static List<Finding> ofOneContract(List<Scored> scored, Topic topic, int most) {
        boolean all = topic.kind() == FindingKind.FACT && FactType.PARTY.label().equals(topic.type());
        Map<String, Finding> distinct = new LinkedHashMap<>();
        scored.stream()
                .map(Scored::finding)
                .forEach(finding -> distinct.putIfAbsent(finding.content().summary(), finding));
        return distinct.values().stream().limit(all ? 6 : most).toList();
    }

    private List<UUID> contracts(Topic topic, Evidence evidence) {
        if (!evidence.question().scope().isEverywhere()) {
            return List.copyOf(evidence.question().scope().contracts());
        }
        Set<UUID> contracts = new LinkedHashSet<>();
        evidence.hits().stream().map(PassageHit::contract).limit(6).forEach(contracts::add);
        List<UUID> holders = store
                .findings()
                .list(new FindingFilter(topic.kind(), topic.type(), null, null, null, LEAST_CONFIDENCE), null, 200)
                .items()
                .stream()
                .map(Finding::contract)
                .distinct()
                .toList();
        return holders.size() <= MOST_CONTRACTS ? holders : List.copyOf(contracts);
    }

    /** Rates, measures and milestones are many: one of them answers only when it shares a word with what is asked. */
    private static boolean isOneOfMany(Topic topic, Evidence evidence) {
        return (topic.type() == null || topic.type().equals(LeverType.RATE_CARD.label()))
                && !LIST.matcher(evidence.question().text()).find();
    }

    private static double score(Finding finding, Topic topic, Evidence evidence) {
        Set<String> wanted = evidence.askedWords();
        wanted.removeAll(Words.of(topic.name()));
        Set<String> there = Words.of(finding.content().summary());
        for (Citation citation : finding.citations()) {
            there.addAll(Words.of(citation.quote()));
        }
        return finding.confidence() + Words.coverage(wanted, there);
    }

    /** A later document may have changed an earlier one, so it comes first. */
    private List<Finding> latestFirst(List<Finding> findings) {
        Map<UUID, LocalDate> dates = new LinkedHashMap<>();
        findings.forEach(finding -> dates.computeIfAbsent(finding.contract(), this::dated));
        return findings.stream()
                .sorted(Comparator.comparing((Finding finding) -> dates.getOrDefault(finding.contract(), LocalDate.MIN))
                        .reversed())
                .toList();
    }

    private LocalDate dated(UUID contract) {
        return store.findings().list(FindingFilter.ofContract(contract).ofKind(FindingKind.FACT)).stream()
                .map(Finding::content)
                .filter(content -> content instanceof ContractFact fact
                        && (fact.fact() == FactType.EFFECTIVE_DATE || fact.fact() == FactType.AGREEMENT_DATE)
                        && fact.value() instanceof TypedValue.Day)
                .map(content -> ((TypedValue.Day) ((ContractFact) content).value()).value())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    private Answer answer(List<Finding> findings) {
        List<AnswerSentence> sentences = findings.stream()
                .map(finding -> AnswerSentence.of(Wording.sentence(finding, title(finding)), finding.citations()))
                .toList();
        return Answer.of(sentences, findings.stream().map(Finding::id).toList());
    }

    private String title(Finding finding) {
        return store.contracts().find(finding.contract()).map(Contract::title).orElse("Contract");
    }
}
