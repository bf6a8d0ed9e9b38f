package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The credit that all misses of a period under one contract come to together.
 *
 * @param missed the results that earn it
 * @param beforeCap the credits of all misses added up
 * @param due what the cap leaves of it
 * @param deadline the last day on which the tenant or its customer may claim it; null when nothing says
 * @param settlement what was claimed and given already
 */
public record CreditDue(
        String contract,
        Period period,
        List<MeasureResult> missed,
        Money beforeCap,
        Money due,
        @Nullable LocalDate deadline,
        Settlement settlement,
        List<Derivation> workings,
        List<String> rows,
        double confidence) {
    private static final Pattern CLAIMED = Pattern.compile(
            "\\bclaim|\\b(?:must|need(?:s)?\\s+to|has\\s+to|have\\s+to|shall|may\\s+only)\\s+(?:be\\s+)?(?:ask(?:ed)?\\s+for|demand(?:ed)?|appl(?:y|ied)\\s+for|notif(?:y|ied))|\\brequest\\s+(?:the|a|such|its)?\\s*(?:service\\s+)?credit|upon\\s+(?:written\\s+)?request",
            Pattern.CASE_INSENSITIVE);

    public CreditDue {
        missed = List.copyOf(missed);
        workings = List.copyOf(workings);
        rows = List.copyOf(rows);
    }

    /** The same with how its credit was chosen among others, and the rows of all of them. */
    CreditDue chosen(List<Derivation> choice, List<String> among) {
        if (choice.isEmpty()) {
            return this;
        }
        List<Derivation> steps = new ArrayList<>(choice);
        steps.addAll(workings);
        return new CreditDue(
                contract,
                period,
                missed,
                beforeCap,
                due,
                deadline,
                settlement,
                steps,
                Stream.concat(rows.stream(), among.stream()).distinct().toList(),
                confidence);
    }

    /** The same with no more due than is left of a limit. */
    CreditDue limitedTo(Money left, List<Derivation> steps) {
        return new CreditDue(
                contract,
                period,
                missed,
                beforeCap,
                left,
                deadline,
                settlement,
                Stream.concat(workings.stream(), steps.stream()).toList(),
                rows,
                confidence);
    }

    /** Whether a claim that came in time was rejected: then it is open who is right. */
    boolean wasRejectedInTime() {
        LocalDate last = deadline;
        return settlement.claims().isEmpty()
                && settlement.rejected().stream()
                        .anyMatch(claim -> last == null || !claim.sentOn().isAfter(last));
    }

    /** What was credited for it, or allowed when it was claimed. */
    public Money given() {
        return settlement.given();
    }

    /** Whether no less was given than is due. */
    public boolean isGiven() {
        return !given().isLessThan(due);
    }

    /**
     * Whether its not being given can be held against who owes it on a day: not while it can be earned back, nor where a claim
     * was rejected and it is open who is right.
     */
    public boolean isJudgedOn(LocalDate day) {
        LocalDate earnedBack = earnedBackUntil();
        boolean isOpen = wasRejectedInTime() || (earnedBack != null && !earnedBack.isBefore(day));
        return due.isPositive() && (isGiven() || !isOpen);
    }

    /** The rows that it was computed from, then what was claimed and given. */
    public List<String> allRows() {
        return Stream.concat(rows.stream(), settlement.rows().stream())
                .distinct()
                .toList();
    }

    /** How far it is settled. */
    public enum State {
        OPEN,
        /** The last day to claim it is over. */
        LAPSED,
        /** Claimed, and not credited in full. */
        CLAIMED,
        SETTLED;

        /** In lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State stateOn(LocalDate day) {
        if (!open().isPositive()) {
            return settlement.credited().isLessThan(due) ? State.CLAIMED : State.SETTLED;
        }
        LocalDate last = openUntil();
        return last != null && last.isBefore(day) ? State.LAPSED : State.OPEN;
    }

    /** The last day to claim what is open; null when nothing says, or all of it was claimed in time. */
    @Nullable
    LocalDate openUntil() {
        return settlement.isCreditedInPart() && settlement.coversBy(deadline, due) ? null : deadline;
    }

    /** What is neither claimed nor credited yet. */
    public Money open() {
        return settlement.openOf(due);
    }

    /** The end of the last month in which the supplier may still earn some of it back; null when nothing lets it. */
    public @Nullable LocalDate earnedBackUntil() {
        return missed.stream()
                .flatMap(result -> EarnBack.of(result.measure()).stream())
                .map(rule -> rule.monthsAfter(period))
                .map(months -> months.get(months.size() - 1).to())
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** Whether it is due only to who claims it. */
    boolean mustBeClaimed() {
        return deadline != null || findClaimWords().isPresent();
    }

    private Optional<Citation> findClaimWords() {
        return missed.stream()
                .flatMap(result -> result.measure().findWords(CLAIMED).stream())
                .findFirst();
    }

    /** The steps to a sum that is open: what was claimed or given is taken off at the end. */
    List<Derivation> openWorkings(Money open) {
        if (open.equals(due)) {
            return workings;
        }
        List<Derivation> steps = new ArrayList<>(workings);
        Money settled = due.minus(open);
        steps.add(new Derivation(
                Operation.DIFFERENCE,
                List.of(
                        new Input("credit due", due.toString(), null),
                        new Input("claimed or credited", settled.toString(), null)),
                open.toString()));
        return List.copyOf(steps);
    }

    /** The names of the measures that were missed, in quotation marks. */
    public String names() {
        return missed.stream().map(result -> "“" + result.name() + "”").collect(Collectors.joining(", "));
    }

    /** The findings that it rests on, each once. */
    public List<Finding> rests() {
        return missed.stream()
                .flatMap(result -> result.measure().findings().stream())
                .distinct()
                .toList();
    }
}
