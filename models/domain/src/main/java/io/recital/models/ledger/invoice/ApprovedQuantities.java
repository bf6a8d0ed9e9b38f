package io.recital.models.ledger.invoice;

import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Obligation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Clauses that let only approved days or hours be charged, and the approvals on record. */
final class ApprovedQuantities {
    /**
     * How much of an item may be charged for a period.
     *
     * @param clause that says so
     * @param rounding that lets it be rounded up; null when none does
     * @param step to which it is rounded up; null when it is not
     */
    record Chargeable(
            BigDecimal quantity,
            Measurement approved,
            Governed<Obligation> clause,
            @Nullable Governed<Obligation> rounding,
            @Nullable BigDecimal step) {}

    private static final Pattern APPROVED = Pattern.compile(
            "(?i)\\b(?:approved|accepted|agreed|signed|confirmed)\\b[^.]{0,40}\\b(?:days?|hours?|time ?sheets?)\\b"
                    + "|\\b(?:days?|hours?)\\b[^.]{0,40}\\b(?:have|has|were|are) (?:not )?(?:been )?(?:approved|accepted)");
    private static final Pattern CHARGED = Pattern.compile("(?i)\\b(?:charge|invoice|bill|pay)");
    private static final Pattern ROUNDED_UP = Pattern.compile(
            "(?i)\\bround(?:ed)?\\b[^.]*?\\bup\\b[^.]*?\\b(?:(half|quarter|whole|full|tenth)\\b|(\\d*\\.\\d+|\\d+) (?:of a )?(?:day|hour))");
    private static final Pattern STEP_IN_FIGURES = Pattern.compile("\\((0?[.,]\\d+)\\)");
    private static final Words MANNER =
            Words.of("approved accepted agreed signed confirmed chargeable billable day days hour hours time"
                    + " sheet sheets timesheet timesheets worked");

    private final PriceBook book;
    private final List<Measurement> approvals;

    ApprovedQuantities(PriceBook book, Facts facts) {
        this.book = book;
        this.approvals = facts.measurements().stream()
                .filter(measurement -> measurement.value() != null)
                .filter(measurement ->
                        Words.of(measurement.measure()).share(Words.of("approved accepted signed confirmed")))
                .toList();
    }

    /** The clause that lets only what was approved be charged; for lines that count days or hours. */
    Optional<Governed<Obligation>> clause(InvoiceLine line) {
        return clauses(line).stream()
                .filter(duty -> APPROVED.matcher(words(duty)).find()
                        && CHARGED.matcher(words(duty)).find())
                .findFirst();
    }

    private List<Governed<Obligation>> clauses(InvoiceLine line) {
        return book.list(Obligation.class, line, line.priceDay(), line.invoiceDate());
    }

    private static String words(Governed<Obligation> duty) {
        return Adjustment.words(duty) + " " + duty.content().action();
    }

    /** Whether approvals of an item are on record for any period. */
    boolean isRecorded(AgreedPrice item) {
        return approvals.stream().anyMatch(measurement -> isOf(measurement, item));
    }

    /** How much of an item may be charged for a line's days; empty when no approval of that item and time is on record. */
    Optional<Chargeable> find(InvoiceLine line, AgreedPrice item) {
        Optional<Governed<Obligation>> clause = clause(line);
        Optional<Measurement> approved = approvals.stream()
                .filter(measurement -> measurement.period().equals(line.service()) && isOf(measurement, item))
                .filter(measurement -> !Units.conflict(line.unit(), measurement.unit()))
                .max(Comparator.comparing(Measurement::reportedOn));
        return clause.flatMap(duty -> approved.map(measurement -> chargeable(line, duty, measurement)));
    }

    private static boolean isOf(Measurement measurement, AgreedPrice item) {
        Words named = Words.of(measurement.measure()).without(MANNER);
        return item.names().stream().anyMatch(name -> Words.of(name).equals(named));
    }

    private Chargeable chargeable(InvoiceLine line, Governed<Obligation> clause, Measurement approved) {
        BigDecimal quantity = approved.value() == null ? BigDecimal.ZERO : approved.value();
        for (Governed<Obligation> duty : clauses(line)) {
            Optional<BigDecimal> step = step(words(duty));
            if (step.isPresent()) {
                BigDecimal steps = quantity.divide(step.get(), 0, RoundingMode.CEILING);
                return new Chargeable(steps.multiply(step.get()), approved, clause, duty, step.get());
            }
        }
        return new Chargeable(quantity, approved, clause, null, null);
    }

    /** The part of a day or hour to which a clause lets be rounded up. */
    static Optional<BigDecimal> step(String words) {
        Matcher found = ROUNDED_UP.matcher(words);
        if (!found.find()) {
            return Optional.empty();
        }
        if (found.group(2) != null) {
            return Optional.of(new BigDecimal(found.group(2)));
        }
        Matcher figures = STEP_IN_FIGURES.matcher(words);
        if (figures.find()) {
            return Optional.of(new BigDecimal(figures.group(1).replace(',', '.')));
        }
        return Optional.of(
                switch (found.group(1).toLowerCase(Locale.ROOT)) {
                    case "half" -> new BigDecimal("0.5");
                    case "quarter" -> new BigDecimal("0.25");
                    case "tenth" -> new BigDecimal("0.1");
                    default -> BigDecimal.ONE;
                });
    }
}
