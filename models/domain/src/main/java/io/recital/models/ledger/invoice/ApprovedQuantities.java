package io.recital.models.ledger.invoice;

import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Clauses that let only approved days or hours be charged, and the approvals on record. */
final class ApprovedQuantities {
    /**
     * How much of an item may be charged for a period.
     *
     * @param approved the rows on which that is on record: one, or one for each part of the period
     * @param hoursOfADay by which hours on record are made days; null where both count alike
     * @param clause that says so
     * @param rounding that lets it be rounded up; null when none does
     * @param step to which it is rounded up; null when it is not
     */
    record Chargeable(
            BigDecimal quantity,
            List<Measurement> approved,
            @Nullable BigDecimal hoursOfADay,
            Finding clause,
            @Nullable Governed<Obligation> rounding,
            @Nullable BigDecimal step) {
        Chargeable {
            approved = List.copyOf(approved);
        }

        /** All that was approved, as it is on record. */
        BigDecimal onRecord() {
            return approved.stream()
                    .map(Measurement::value)
                    .flatMap(Stream::ofNullable)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private static final Pattern APPROVED = Pattern.compile(
            "(?i)\\b(?:approved|accepted|agreed|signed|confirmed)\\b[^.]{0,40}\\b(?:days?|hours?|time ?sheets?)\\b"
                    + "|\\b(?:days?|hours?)\\b[^.]{0,40}\\b(?:have|has|were|are) (?:not )?(?:been )?(?:approved|accepted)");
    /** What a sentence about charges says of approvals, where no duty was read from it. */
    private static final Pattern ONLY = Pattern.compile(
            "(?i)\\bonly\\b[^.;]{0,60}\\b(?:hours?|days?|time)\\b[^.;]{0,60}\\btime ?sheets?\\b[^.;]{0,40}\\b(?:approved|accepted|signed|confirmed)\\b"
                    + "|\\bonly\\b[^.;]{0,40}\\b(?:approved|accepted|signed|confirmed)\\b[^.;]{0,40}\\b(?:hours?|days?|time ?sheets?)\\b");

    private static final Pattern CHARGED = Pattern.compile("(?i)\\b(?:charge|invoice|bill|pay)");
    private static final Pattern ROUNDED_UP = Pattern.compile(
            "(?i)\\bround(?:ed)?\\b[^.]*?\\bup\\b[^.]*?\\b(?:(half|quarter|whole|full|tenth)\\b|(\\d*\\.\\d+|\\d+) (?:of a )?(?:day|hour))");
    private static final Pattern STEP_IN_FIGURES = Pattern.compile("\\((0?[.,]\\d+)\\)");
    /** How many hours the contract counts as a day. */
    private static final Pattern HOURS_OF_A_DAY = Pattern.compile(
            "(?i)\\b(?:day|days)\\s+(?:of|is|are|means|comprises?|being)\\s+(?:\\w+\\s+)?(?<of>\\d{1,2}(?:\\.\\d+)?)\\s+(?:\\w+\\s+)?hours\\b"
                    + "|\\b(?<per>\\d{1,2}(?:\\.\\d+)?)\\s+(?:\\w+\\s+)?hours\\s+(?:a|per|to\\s+the|each|make\\s+a|constitute\\s+a|count\\s+as\\s+(?:a|one))\\s+(?:\\w+\\s+)?day\\b");
    /** Days or hours that are rounded to the nearest part. */
    private static final Pattern NEAREST =
            Pattern.compile("(?i)\\bround(?:ed)?\\b[^.;]*?\\bnearest\\s+(?<part>half|quarter|tenth|whole|full)\\b");
    /** Weeks lie next to each other, but for their ends. */
    private static final int LONGEST_GAP = 4;

    private static final ItemWords APPROVAL = ItemWords.of("approved accepted signed confirmed");
    private static final ItemWords DAYS = ItemWords.of("day days tag tage manday");
    private static final ItemWords HOURS = ItemWords.of("hour hours hr hrs h stunde stunden");
    private static final ItemWords MANNER =
            ItemWords.of("approved accepted agreed signed confirmed chargeable billable day days hour hours time"
                    + " sheet sheets timesheet timesheets worked");

    private final PriceBook book;
    private final List<Measurement> approvals;
    private final IdentityHashMap<SpeakingDocuments, Optional<Finding>> clauses = new IdentityHashMap<>();

    /** Those of a dossier, which several checks ask for. */
    static ApprovedQuantities of(Dossier dossier) {
        return dossier.reading(
                ApprovedQuantities.class, each -> new ApprovedQuantities(PriceBook.of(each), each.facts()));
    }

    private ApprovedQuantities(PriceBook book, Facts facts) {
        this.book = book;
        Map<String, Boolean> names = new HashMap<>();
        this.approvals = facts.measurements().stream()
                .filter(measurement -> measurement.value() != null)
                .filter(measurement -> names.computeIfAbsent(
                        measurement.measure(), name -> ItemWords.of(name).share(APPROVAL)))
                .toList();
    }

    /** The clause that lets only what was approved be charged; for lines that count days or hours. */
    Optional<Finding> clause(InvoiceLine line) {
        return clauses.computeIfAbsent(documents(line), this::clause);
    }

    private Optional<Finding> clause(SpeakingDocuments documents) {
        return documents.list(Obligation.class).stream()
                .filter(duty -> APPROVED.matcher(words(duty)).find()
                        && CHARGED.matcher(words(duty)).find())
                .<Finding>map(Governed::finding)
                .findFirst()
                .or(() -> documents.saying(ONLY).stream()
                        .filter(sentence -> CHARGED.matcher(sentence.words()).find())
                        .flatMap(sentence -> sentence.rest().stream())
                        .findFirst());
    }

    private Stream<ChargeSentence> sentences(InvoiceLine line) {
        return documents(line).sentences().stream();
    }

    private SpeakingDocuments documents(InvoiceLine line) {
        return book.documents(line, line.priceDay(), line.invoiceDate());
    }

    private List<Governed<Obligation>> clauses(InvoiceLine line) {
        return documents(line).list(Obligation.class);
    }

    private static String words(Governed<Obligation> duty) {
        return duty.finding().words() + " " + duty.content().action();
    }

    /** Whether approvals of a line's item are on record for any period. */
    boolean isRecorded(InvoiceLine line, AgreedPrice item) {
        return approvals.stream().anyMatch(measurement -> isOf(measurement, line, item));
    }

    /** How much of an item may be charged for a line's days; empty when no approval of that item and time is on record. */
    Optional<Chargeable> find(InvoiceLine line, AgreedPrice item) {
        return clause(line)
                .flatMap(clause -> whole(line, item)
                        .or(() -> parts(line, item))
                        .flatMap(approved -> chargeable(line, clause, approved)));
    }

    /** The approval of all of the line's days. */
    private Optional<List<Measurement>> whole(InvoiceLine line, AgreedPrice item) {
        return approvals.stream()
                .filter(measurement -> measurement.period().equals(line.service()) && isOf(measurement, line, item))
                .max(Comparator.comparing(Measurement::reportedOn))
                .map(List::of);
    }

    /** Approvals week by week that leave no gap in the line's days. */
    private Optional<List<Measurement>> parts(InvoiceLine line, AgreedPrice item) {
        Period service = line.service();
        if (service == null) {
            return Optional.empty();
        }
        List<Measurement> parts = approvals.stream()
                .filter(measurement -> service.holds(measurement.period().from())
                        && service.holds(measurement.period().to())
                        && isOf(measurement, line, item))
                .sorted(Comparator.comparing(measurement -> measurement.period().from()))
                .toList();
        LocalDate before = service.from().minusDays(1);
        for (Measurement part : parts) {
            long gap = ChronoUnit.DAYS.between(before, part.period().from()) - 1;
            if (gap < 0 || gap >= LONGEST_GAP) {
                return Optional.empty();
            }
            before = part.period().to();
        }
        boolean whole = ChronoUnit.DAYS.between(before, service.to()) < LONGEST_GAP;
        return parts.size() > 1 && whole ? Optional.of(parts) : Optional.empty();
    }

    /** Whether a row is of an item, and what else it names is the order or the description of the line. */
    private static boolean isOf(Measurement measurement, InvoiceLine line, AgreedPrice item) {
        ItemWords named = ItemWords.of(measurement.measure()).without(MANNER);
        ItemWords about = ItemWords.of(line.order() + " " + line.contract() + " " + line.description());
        return item.names().stream()
                .map(ItemWords::of)
                .anyMatch(name -> named.hold(name) && (named.equals(name) || about.hold(named.without(name))));
    }

    private Optional<Chargeable> chargeable(InvoiceLine line, Finding clause, List<Measurement> approved) {
        Chargeable plain = new Chargeable(BigDecimal.ZERO, approved, null, clause, null, null);
        BigDecimal quantity = plain.onRecord();
        BigDecimal hours = null;
        if (Units.conflict(line.unit(), approved.get(0).unit())) {
            hours = hoursOfADay(line).orElse(null);
            boolean daysOfHours = ItemWords.of(line.unit()).share(DAYS)
                    && ItemWords.of(approved.get(0).unit()).share(HOURS);
            if (hours == null || !daysOfHours) {
                return Optional.empty();
            }
            quantity = nearest(line, quantity.divide(hours, 4, RoundingMode.HALF_UP));
        }
        for (Governed<Obligation> duty : clauses(line)) {
            Optional<BigDecimal> step = step(words(duty));
            if (step.isPresent()) {
                BigDecimal steps = quantity.divide(step.get(), 0, RoundingMode.CEILING);
                return Optional.of(
                        new Chargeable(steps.multiply(step.get()), approved, hours, clause, duty, step.get()));
            }
        }
        return Optional.of(new Chargeable(quantity, approved, hours, clause, null, null));
    }

    private Optional<BigDecimal> hoursOfADay(InvoiceLine line) {
        List<BigDecimal> said = sentences(line)
                .flatMap(sentence -> hoursOfADay(sentence.words()).stream())
                .distinct()
                .toList();
        return said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
    }

    static Optional<BigDecimal> hoursOfADay(String words) {
        Matcher found = HOURS_OF_A_DAY.matcher(words);
        return found.find()
                ? Optional.of(new BigDecimal(found.group("of") == null ? found.group("per") : found.group("of")))
                        .filter(hours -> hours.compareTo(BigDecimal.valueOf(4)) > 0
                                && hours.compareTo(BigDecimal.valueOf(13)) < 0)
                : Optional.empty();
    }

    /** Days to the nearest part, where the contract rounds them so. */
    private BigDecimal nearest(InvoiceLine line, BigDecimal days) {
        return sentences(line)
                .map(sentence -> NEAREST.matcher(sentence.words()))
                .filter(Matcher::find)
                .map(found -> part(found.group("part")))
                .findFirst()
                .map(part -> days.divide(part, 0, RoundingMode.HALF_UP).multiply(part))
                .orElse(days);
    }

    private static BigDecimal part(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "half" -> new BigDecimal("0.5");
            case "quarter" -> new BigDecimal("0.25");
            case "tenth" -> new BigDecimal("0.1");
            default -> BigDecimal.ONE;
        };
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
        return Optional.of(part(found.group(1)));
    }
}
