package io.recital.retrieval.portfolio;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.TypedValue;
import io.recital.retrieval.plan.DateWindow;
import io.recital.retrieval.plan.QueryRun;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Adds up the amounts of one contract that a question asks for together. Call it in the name of a tenant. */
public final class Sums {
    private static final Pattern TOGETHER = Pattern.compile(
            "(?i)\\b(?:total|sum|altogether|combined|add(?:s|ed)? up|in all|together)\\b(?! (?:with|cap|liability))");
    private static final int MOST = 200;
    private static final double LEAST_COVERAGE = 0.5;
    private static final double OF_A_HIT = 0.3;

    private final Understanding question;
    private final QueryRun run;

    public Sums(Understanding question, QueryRun run) {
        this.question = question;
        this.run = run;
    }

    private record Part(Finding finding, BigMoney amount, double coverage) {}

    /**
     * The sum; empty where none is asked for, or where there are no two amounts of one currency to add up.
     *
     * @param hits passages found for the question, best first
     */
    public Optional<Sum> find(List<PassageHit> hits) {
        if (!TOGETHER.matcher(question.text()).find()) {
            return Optional.empty();
        }
        Map<UUID, List<Part>> byContract = new LinkedHashMap<>();
        for (Part part : parts()) {
            byContract
                    .computeIfAbsent(part.finding().contract(), contract -> new ArrayList<>())
                    .add(part);
        }
        Map<UUID, Double> near = new HashMap<>();
        hits.stream().limit(3).forEach(hit -> near.merge(hit.contract(), OF_A_HIT, Math::max));
        return byContract.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .max(Comparator.comparingDouble(entry -> near.getOrDefault(entry.getKey(), 0.0)
                        + entry.getValue().stream()
                                .mapToDouble(Part::coverage)
                                .max()
                                .orElse(0)))
                .flatMap(entry -> sum(entry.getKey(), entry.getValue()));
    }

    private List<Part> parts() {
        Set<UUID> contracts = question.scope().contracts();
        boolean milestones = question.topics().stream().anyMatch(topic -> topic.kind() == FindingKind.MILESTONE);
        FindingKind kind = milestones ? FindingKind.MILESTONE : FindingKind.LEVER;
        Set<String> words = PortfolioWords.of(question);
        words.removeAll(Words.of("total sum altogether combined together both payment payments amount amounts"));
        if (words.isEmpty() && !milestones) {
            return List.of();
        }
        Optional<DateWindow> window = DateWindow.in(question.text(), question.asOf());
        List<Part> parts = new ArrayList<>();
        for (Finding finding : run.findings(new TypedQuery.Findings(kind, Set.of(), contracts, "", MOST))) {
            BigMoney amount = amount(finding);
            double coverage = coverage(finding, words);
            if (amount != null
                    && (milestones || coverage >= LEAST_COVERAGE)
                    && window.map(days -> isIn(finding, days)).orElse(true)) {
                parts.add(new Part(finding, amount, coverage));
            }
        }
        return parts;
    }

    private static double coverage(Finding finding, Set<String> words) {
        Set<String> there = new HashSet<>(Words.of(
                finding.content().summary() + " " + finding.content().type().replace('-', ' ')));
        finding.citations().forEach(citation -> there.addAll(Words.of(citation.quote())));
        return Words.coverage(words, there);
    }

    private static @Nullable BigMoney amount(Finding finding) {
        if (finding.content() instanceof Milestone milestone) {
            return milestone.payment() instanceof TypedValue.Amount amount ? amount.value() : null;
        }
        return finding.content() instanceof CommercialLever lever
                ? lever.parameters().stream()
                        .map(LeverParameter::value)
                        .filter(TypedValue.Amount.class::isInstance)
                        .map(value -> ((TypedValue.Amount) value).value())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** What has a first day counts in the window in which that lies. */
    private static boolean isIn(Finding finding, DateWindow window) {
        return !(finding.content() instanceof CommercialLever lever)
                || !(lever.find(Name.FROM).orElse(null) instanceof TypedValue.Day first)
                || window.contains(first.value());
    }

    private static Optional<Sum> sum(UUID contract, List<Part> parts) {
        Map<String, List<Part>> byCurrency = new LinkedHashMap<>();
        parts.forEach(part -> byCurrency
                .computeIfAbsent(part.amount().getCurrencyUnit().getCode(), code -> new ArrayList<>())
                .add(part));
        if (byCurrency.size() != 1 || parts.size() < 2) {
            return Optional.empty();
        }
        BigMoney total = BigMoney.total(parts.stream().map(Part::amount).toList());
        List<Input> inputs = parts.stream()
                .map(part -> new Input(
                        part.finding().content().summary(),
                        new TypedValue.Amount(part.amount()).display(),
                        citation(part)))
                .toList();
        String result = new TypedValue.Amount(total).display();
        return Optional.of(new Sum(
                "together " + result + ".",
                contract,
                parts.stream()
                        .flatMap(part -> part.finding().citations().stream())
                        .distinct()
                        .toList(),
                new Derivation(Operation.SUM, inputs, result)));
    }

    /** The quote that states the amount, or else the first. */
    private static Citation citation(Part part) {
        return part.finding().citations().stream()
                .filter(citation -> ValueReader.find(citation.quote(), Form.MONEY)
                        .filter(value -> value instanceof TypedValue.Amount amount
                                && amount.value().isEqual(part.amount()))
                        .isPresent())
                .findFirst()
                .orElse(part.finding().citations().get(0));
    }
}
