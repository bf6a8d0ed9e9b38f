package io.recital.models.ledger.milestone;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Facts;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Interest that is owed on a milestone invoiced and paid too early: a yearly rate, above a published one where the
 * contract says so.
 *
 * @param duty the finding that it is owed
 * @param rule the finding that states the rate: the same, or the interest that the duty refers to
 * @param index the published rate's name; null where the rate stands alone
 * @param net whether it is owed on what was paid without tax
 */
record EarlyInterest(
        Finding duty,
        Finding rule,
        BigDecimal rate,
        @Nullable String index,
        boolean net) {
    private static final Pattern INTEREST = Pattern.compile("\\binterest\\b|\\bZinsen\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern EARLY = Pattern.compile(
            "too early|prematurely|before (?:\\w+ ){0,5}(?:accept|due|complete)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_RATE = Pattern.compile(
            "(?<![\\d.,])(?<percent>\\d+(?:[.,]\\d+)?)\\s*(?:%|per\\s?cent)\\)?\\s*(?:simple\\s+)?(?:interest\\s+)?(?:(?:a|per|each|every)\\s+(?:year|annum)|p\\.?\\s?a\\b\\.?|annually|yearly)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOVE = Pattern.compile(
            "\\b(?:above|over|plus|in\\s+excess\\s+of)\\b[^.;]{0,60}\\b(?:rate|libor|euribor|sofr|sonia)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NET = Pattern.compile(
            "\\bnet\\s+(?:sum|amount|price|payment|value|invoice)|\\b(?:without|excluding|exclusive\\s+of|before|net\\s+of)\\s+(?:any\\s+)?(?:vat|taxe?s?|value[\\s-]added\\s+tax|sales\\s+tax)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BANK_YEAR = Pattern.compile("\\b360\\b");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What a scope says of it; empty where nothing is owed for early invoices, or no yearly rate is known. */
    static Optional<EarlyInterest> of(Scope scope) {
        return scope.obligations()
                .filter(term -> INTEREST.matcher(term.finding().words()).find()
                        && EARLY.matcher(term.finding().words()).find())
                .findFirst()
                .flatMap(duty -> ownRate(duty)
                        .or(() -> scope.levers(LeverType.LATE_PAYMENT_INTEREST)
                                .flatMap(lever -> read(duty.finding(), lever).stream())
                                .findFirst()));
    }

    /** The rate that the sentence on early payment states itself. */
    private static Optional<EarlyInterest> ownRate(Governed<FindingContent> duty) {
        String words = duty.finding().words();
        Matcher rate = OWN_RATE.matcher(words);
        return rate.find() && !ABOVE.matcher(words).find()
                ? Optional.of(new EarlyInterest(
                        duty.finding(),
                        duty.finding(),
                        new BigDecimal(rate.group("percent").replace(',', '.')),
                        null,
                        NET.matcher(words).find()))
                : Optional.empty();
    }

    private static Optional<EarlyInterest> read(Finding duty, Governed<FindingContent> lever) {
        boolean yearly = Scope.parameter(lever, Name.FREQUENCY, TypedValue.Length.class)
                .map(every -> every.value().equals(new TimeSpan(1, TimeSpan.Unit.YEARS)))
                .orElse(true);
        @Nullable
        String index = Scope.parameter(lever, Name.INDEX, TypedValue.Text.class)
                .map(TypedValue.Text::value)
                .orElse(null);
        return yearly
                ? Scope.parameter(lever, Name.RATE, TypedValue.Percent.class)
                        .map(rate -> new EarlyInterest(
                                duty,
                                lever.finding(),
                                rate.value(),
                                index,
                                NET.matcher(lever.finding().words()).find()))
                : Optional.empty();
    }

    /** The published rate in force on a day; empty when none is needed or none is known. */
    Optional<IndexValue> findBase(Facts facts, LocalDate day) {
        return index == null
                ? Optional.empty()
                : facts.indexValues().stream()
                        .filter(value -> value.month().equals(YearMonth.from(day)) && isNamed(value.series(), index))
                        .findFirst();
    }

    private static boolean isNamed(String series, String index) {
        Set<String> one = words(series);
        Set<String> other = words(index);
        return one.containsAll(other) || other.containsAll(one);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() > 2 && !word.equals("the"))
                .collect(Collectors.toSet());
    }

    /** The computation for what was paid on one line's invoice until the milestone was accepted. */
    List<Derivation> workings(
            InvoiceLine line, Dated accepted, BigDecimal paid, LocalDate paidOn, @Nullable IndexValue base) {
        String column = isOnNet(line) ? "net" : "paid_amount";
        List<Derivation> workings = new ArrayList<>();
        Citation said = rule.citations().get(0);
        BigDecimal percent = rate;
        if (base != null) {
            percent = rate.add(base.value());
            workings.add(new Derivation(
                    Operation.SUM,
                    List.of(
                            new Input("margin", rate.toPlainString() + " %", said),
                            Input.of(
                                    "published rate",
                                    base.value().toPlainString() + " %",
                                    new FactCell(FactKind.INDEX_VALUE.label(), base.id(), "value"))),
                    percent.toPlainString() + " %"));
        }
        String row = FactKind.INVOICE_LINE.label();
        long days = ChronoUnit.DAYS.between(paidOn, accepted.day());
        workings.add(new Derivation(
                Operation.DAYS_BETWEEN,
                List.of(
                        Input.of("paid", paidOn.toString(), new FactCell(row, line.id(), "paid_on")),
                        accepted.input("accepted")),
                days + " days"));
        BigDecimal year = paid.multiply(percent).movePointLeft(2);
        workings.add(new Derivation(
                Operation.PERCENT_OF,
                List.of(
                        new Input("rate", percent.toPlainString() + " %", null),
                        Input.of("paid", paid.toPlainString(), new FactCell(row, line.id(), column))),
                year.toPlainString()));
        BigDecimal sum = year.multiply(BigDecimal.valueOf(days));
        workings.add(new Derivation(
                Operation.PRODUCT,
                List.of(
                        new Input("interest of a year", year.toPlainString(), null),
                        new Input("days", days + "", null)),
                sum.toPlainString()));
        workings.add(new Derivation(
                Operation.QUOTIENT,
                List.of(
                        new Input("interest for the days", sum.toPlainString(), null),
                        new Input("days of the year", Integer.toString(daysOfYear()), said)),
                sum.divide(BigDecimal.valueOf(daysOfYear()), line.currency().getDecimalPlaces(), RoundingMode.HALF_UP)
                        .toPlainString()));
        return workings;
    }

    /** What it is owed on, of what was paid for a line's invoice; empty while nothing was. */
    Optional<BigDecimal> paidFor(InvoiceLine line) {
        return isOnNet(line) ? Optional.of(line.net()) : Optional.ofNullable(line.paidAmount());
    }

    private boolean isOnNet(InvoiceLine line) {
        return net && line.paidOn() != null;
    }

    private int daysOfYear() {
        return rule.citations().stream()
                        .anyMatch(
                                citation -> BANK_YEAR.matcher(citation.quote()).find())
                ? 360
                : 365;
    }
}
