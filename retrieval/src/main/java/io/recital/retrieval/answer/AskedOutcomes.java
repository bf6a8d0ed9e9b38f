package io.recital.retrieval.answer;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import io.recital.retrieval.plan.DateWindow;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Of all that the ledger says, what a question asks for: by the time it names, the sort of money and its words. */
final class AskedOutcomes {
    private static final int MOST = 8;
    private static final double LEAST = 0.3;
    private static final double AS_WELL = 0.75;
    private static final Map<LeakageClass, Pattern> SORTS = new EnumMap<>(
            Map.of(
                    LeakageClass.RECOVERABLE_OVERPAYMENT,
                    words(
                            "over(?:charg|bill|pa)\\w*|too (?:much|high|many)|above the|twice|duplicate|double|surcharges?"
                                    + "|wrong|more \\w+ than|should not have"),
                    LeakageClass.UNCLAIMED_ENTITLEMENT,
                    words(
                            "claim\\w*|credits?|rebates?|damages|deduct\\w*|owed|owing|discounts?|get (?:back|our)|earn\\w*"),
                    LeakageClass.AVOIDABLE_MISSED_SAVING,
                    words("on the table|miss\\w* .*discounts?|discounts? .*miss\\w*|sav(?:e|ed|ings?)"),
                    LeakageClass.EXPOSURE,
                    words(
                            "(?:do|did|must|should|will) we (?:still )?(?:owe|pay)|we (?:still )?owe|cost us|on course|exposed?"),
                    LeakageClass.UNDER_BILLING,
                    words(
                            "(?:did|have|do|can) we (?:still )?(?:bill|invoice|charge)\\w*|under-?(?:bill|charg|paid)\\w*|too (?:little|low)")));
    /** How people ask for what a check finds, beside its name. */
    private static final Map<String, String> CALLED = Map.of(
            "duplicate-invoice", "twice double again same work repeated",
            "early-payment-discount", "Skonto cash discount",
            "late-payment", "interest overdue invoice",
            "minimum-commitment", "shortfall volume take or pay",
            "service-credit", "uptime credits",
            "delay-damages", "milestone on time delay",
            "unsigned", "nobody signed signature");

    private static final Pattern NO_SUBJECT = Pattern.compile(
            "(?i)\\b(?:over(?:charg|bill|pa)\\w*|claims?|claimed|ow(?:e|es|ed|ing)|paid|pay|bill(?:ed)?|charged?|due|worth|total|money|amount"
                    + "|any|last|get|much|milestones?(?= M?\\d)|months?|years?|quarters?|weeks?|days?|last|today|right|correct)\\b");

    private final Understanding question;

    AskedOutcomes(Understanding question) {
        this.question = question;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?i)\\b(?:" + alternatives + ")\\b");
    }

    /** What is asked for, what fits best first; empty when nothing fits. */
    List<Outcome> among(List<Outcome> outcomes) {
        List<Outcome> timely = outcomes.stream()
                .filter(this::isInTime)
                .filter(outcome -> !(outcome instanceof LedgerEntry entry && isLapsed(entry)))
                .toList();
        List<Outcome> sorted = ofTheSortAskedFor(timely);
        Set<String> subject = subject();
        if (subject.isEmpty()) {
            return sorted.stream().limit(MOST).toList();
        }
        Map<Outcome, Double> fits = fits(sorted, subject);
        double best = fits.values().stream().mapToDouble(fit -> fit).max().orElse(0);
        return sorted.stream()
                .filter(outcome -> fit(fits, outcome) >= Math.max(LEAST, AS_WELL * best))
                .sorted(Comparator.comparingDouble((Outcome outcome) -> fit(fits, outcome))
                        .reversed())
                .limit(MOST)
                .toList();
    }

    private static double fit(Map<Outcome, Double> fits, Outcome outcome) {
        return fits.getOrDefault(outcome, 0.0);
    }

    /** Whether it can no longer be claimed, and what can be is asked for. */
    private boolean isLapsed(LedgerEntry entry) {
        return entry.isLapsedOn(question.asOf())
                && SORTS.getOrDefault(entry.leakage(), NO_SUBJECT)
                        .matcher(question.text())
                        .find();
    }

    private boolean isInTime(Outcome outcome) {
        Optional<DateWindow> window = DateWindow.in(question.text(), question.asOf());
        Optional<Period> period = period(outcome);
        return window.isEmpty()
                || period.isEmpty()
                || period.get()
                        .overlaps(new Period(window.get().from(), window.get().to()));
    }

    private static Optional<Period> period(Outcome outcome) {
        if (outcome instanceof LedgerEntry entry) {
            return Optional.of(entry.period());
        }
        return outcome instanceof Breach breach ? Optional.of(breach.period()) : Optional.empty();
    }

    private List<Outcome> ofTheSortAskedFor(List<Outcome> outcomes) {
        Set<LeakageClass> wanted = SORTS.entrySet().stream()
                .filter(sort -> sort.getValue().matcher(question.text()).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return outcomes;
        }
        return outcomes.stream()
                .filter(outcome -> outcome instanceof LedgerEntry entry && wanted.contains(entry.leakage()))
                .toList();
    }

    /** What the question is about, without the words that only ask for money, time or names. */
    private Set<String> subject() {
        return Words.meanings(Words.of(
                NO_SUBJECT.matcher(question.subject()).replaceAll(" ").replaceAll("\\b(?:19|20)\\d\\d\\b", " ")));
    }

    /** The share of the subject that each covers; a word that few of them hold weighs more. */
    private static Map<Outcome, Double> fits(List<Outcome> outcomes, Set<String> subject) {
        Map<Outcome, Set<String>> held = new HashMap<>();
        outcomes.forEach(outcome -> held.put(outcome, Words.meanings(Words.of(said(outcome)))));
        Map<Outcome, Double> fits = new HashMap<>();
        for (Outcome outcome : outcomes) {
            double covered = 0;
            double all = 0;
            for (String word : subject) {
                long holders = held.values().stream()
                        .filter(words -> words.contains(word))
                        .count();
                double weight = Math.log(1 + (outcomes.size() + 1.0) / (holders + 0.5));
                all += weight;
                covered += held.getOrDefault(outcome, Set.of()).contains(word) ? weight : 0;
            }
            fits.put(outcome, all == 0 ? 0 : covered / all);
        }
        return fits;
    }

    private static String said(Outcome outcome) {
        List<String> said = new ArrayList<>(
                List.of(outcome.title(), outcome.check().replace('-', ' '), CALLED.getOrDefault(outcome.check(), "")));
        for (Finding finding : outcome.rests()) {
            said.add(finding.content().summary());
            finding.citations().stream().map(Citation::quote).forEach(said::add);
        }
        if (outcome instanceof LedgerEntry entry) {
            said.add(entry.leakage().label().replace('-', ' '));
            entry.workings().stream()
                    .flatMap(derivation -> derivation.inputs().stream())
                    .map(Derivation.Input::what)
                    .forEach(said::add);
        }
        return String.join(" ", said);
    }
}
