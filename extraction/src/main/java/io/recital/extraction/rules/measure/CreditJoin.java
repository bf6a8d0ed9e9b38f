package io.recital.extraction.rules.measure;

import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.CreditStep;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Joins a measure to what the clauses around it say about its credits: bands, cap, claim window, formula. */
final class CreditJoin {
    private static final Pattern COMPUTED = Pattern.compile(
            "\\b(?:calculated|measured|computed|determined)\\s+(?:as|by|using)\\b|\\bdivided\\s+by\\b|\\bexpressed\\s+as\\s+a\\s+percentage\\b",
            Pattern.CASE_INSENSITIVE);

    private final ContractReading contract;
    private final Clause clause;
    private final Credits credits;
    private final CountingRules counting;
    private final AtRiskCredits atRisk;
    private final CreditMatch match;
    private final WindowReader windows = new WindowReader();

    /** @param beside the measures of the clause */
    CreditJoin(
            ContractReading contract,
            Clause clause,
            Credits credits,
            CountingRules counting,
            AtRiskCredits atRisk,
            List<Draft> beside) {
        this.atRisk = atRisk;
        this.contract = contract;
        this.clause = clause;
        this.credits = credits;
        this.counting = counting;
        this.match = new CreditMatch(clause, credits.around(clause), beside);
    }

    /** The measure with its credits, and every citation it then rests on. */
    Joined join(Draft draft) {
        AtRisk part = draft.atRisk();
        return part != null && atRisk.isFor(part) ? ofItsPart(draft, part) : ofItsFee(draft);
    }

    /** The measure with its part of what is at risk. */
    private Joined ofItsPart(Draft draft, AtRisk part) {
        List<Citation> citations = new ArrayList<>(draft.citations());
        citations.addAll(atRisk.citations());
        Optional<CreditLimit> claim = credits.limit(clause, null, draft, limit -> limit.claimWindow() != null);
        claim.ifPresent(found -> citations.addAll(found.citations()));
        citations.addAll(counting.of(draft, citations, true));
        PerformanceMeasure measure = measure(
                draft,
                draft.window(),
                atRisk.creditsFor(part, draft.target()),
                atRisk.cap().orElse(null),
                claim.map(CreditLimit::claimWindow).orElse(null),
                null);
        return new Joined(measure, List.copyOf(new LinkedHashSet<>(citations)), draft.confidence());
    }

    private Joined ofItsFee(Draft draft) {
        List<Citation> citations = new ArrayList<>(draft.citations());
        Optional<CreditTerms> stated = draft.statesCredits() ? Optional.empty() : match.find(draft);
        stated.ifPresent(found -> citations.addAll(found.citations()));
        List<Tier> tiers = stated.map(found -> found.creditsFor(draft.target())).orElse(draft.credits());
        @Nullable CreditStep step = stated.map(CreditTerms::step).orElse(draft.step());
        boolean earns = step != null || !tiers.isEmpty();
        Clause place = stated.map(CreditTerms::clause).orElse(clause);
        @Nullable CreditTerms own = stated.orElse(null);
        Optional<CreditLimit> cap =
                earns ? credits.limit(place, own, draft, limit -> limit.cap() != null) : Optional.empty();
        cap.ifPresent(found -> citations.addAll(found.citations()));
        Optional<CreditLimit> claim =
                earns ? credits.limit(place, own, draft, limit -> limit.claimWindow() != null) : Optional.empty();
        claim.ifPresent(found -> citations.addAll(found.citations()));
        citations.addAll(counting.of(draft, citations, earns));
        @Nullable
        TimeSpan window = draft.window() != null
                ? draft.window()
                : stated.filter(found ->
                                found.stepUnit().isEmpty() || found.stepUnit().equals("%"))
                        .flatMap(found -> windows.inSentence(found.about()))
                        .orElse(null);
        PerformanceMeasure measure = measure(
                draft,
                window,
                tiers,
                cap.map(CreditLimit::cap).orElse(null),
                claim.map(CreditLimit::claimWindow).orElse(null),
                step);
        return new Joined(measure, List.copyOf(new LinkedHashSet<>(citations)), draft.confidence());
    }

    /** A measure ready to be reported. */
    record Joined(PerformanceMeasure measure, List<Citation> citations, double confidence) {}

    private PerformanceMeasure measure(
            Draft draft,
            @Nullable TimeSpan window,
            List<Tier> credits,
            @Nullable TypedValue cap,
            @Nullable TimeSpan claim,
            @Nullable CreditStep step) {
        Target target = draft.target();
        @Nullable String metric = draft.metric() == null ? metricFor(draft).orElse(null) : draft.metric();
        return new PerformanceMeasure(
                draft.name(),
                draft.term(),
                metric,
                target.comparison(),
                target.value(),
                target.unit(),
                window,
                credits,
                cap,
                claim,
                target.stated(),
                step,
                draft.atRisk() == null ? null : draft.atRisk().allocation());
    }

    private Optional<String> metricFor(Draft draft) {
        Set<String> name = MeasureName.tellingWords(draft.name());
        return contract.segmentation().definitions().stream()
                .filter(definition -> !definition.party()
                        && COMPUTED.matcher(definition.meaning()).find())
                .filter(definition ->
                        MeasureName.tellingWords(definition.term()).stream().anyMatch(name::contains))
                .map(definition -> definition.meaning().replaceAll("\\s+", " ").strip())
                .findFirst();
    }
}
