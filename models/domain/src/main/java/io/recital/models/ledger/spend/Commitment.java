package io.recital.models.ledger.spend;

import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Purchase;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.NameWords;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A committed amount or quantity of a year or a part of one, and what a shortfall costs. */
record Commitment(LeverTerm term, BigDecimal minimum, String unit, boolean isMoney) {
    private static final Pattern NO_COMMITMENT = Pattern.compile(
            "\\b(?:does|do|shall)\\s+not\\s+commit|\\bno\\s+(?:minimum|commitment)|\\bestimate[ds]?\\b(?!\\s+of\\s+(?:\\w+\\s+){0,3}?(?:loss|losses|damages?|idle|costs?|harm)\\b)|\\bnon[- ]binding|\\bnot\\s+bind",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_CARRIED =
            Pattern.compile("\\bno\\s+excess|\\bnot\\s+(?:be\\s+)?carried\\s+forward", Pattern.CASE_INSENSITIVE);
    private static final Pattern CARRIED = Pattern.compile(
            "\\bcarr(?:ied|y)\\s+(?:forward|over)\\b|\\b(?:credited|added|counted|set\\s+off)\\s+(?:to|towards?|in|against)\\s+(?:the|that\\s+of\\s+the)\\s+(?:(?:next|following|subsequent)\\s+)?(?:half-?\\s?year|year|quarter|period|six\\s+months|month|one)(?:\\s+that\\s+follows|\\s+after)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MOST_CARRIED = Pattern.compile(
            "(?:" + CARRIED.pattern() + ")"
                    + "[^.;]{0,40}?\\b(?:not\\s+more\\s+than|no\\s+more\\s+than|at\\s+most|up\\s+to)\\s+(?<most>\\d[\\d,]*)(?!\\s*(?:%|per\\s?cent))",
            Pattern.CASE_INSENSITIVE);
    /** The limit stands before the word for carrying: {@code a surplus, limited to 500 kg, is counted towards the next one}. */
    private static final Pattern MOST_BEFORE = Pattern.compile(
            "\\b(?:limited\\s+to|not\\s+exceeding|not\\s+more\\s+than|no\\s+more\\s+than|at\\s+most|up\\s+to|a\\s+maximum\\s+of)\\s+(?<most>\\d[\\d,]*)(?!\\s*(?:%|per\\s?cent))[^.;]{0,60}?"
                    + "(?:" + CARRIED.pattern() + ")",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FIRST_YEAR = Pattern.compile(
            "\\b(?<count>\\d{1,3}(?:[,.]\\d{3})*|\\d+)\\b[^.]{0,30}\\bin\\s+the\\s+first\\b", Pattern.CASE_INSENSITIVE);

    /** What a lever commits to in a year; empty where it commits to nothing, or to no certain number. */
    static Optional<Commitment> of(LeverTerm term) {
        if (NO_COMMITMENT.matcher(term.words()).find()
                || !ContractYears.isPeriodic(term)
                || ContractYears.months(term) == 0) {
            return Optional.empty();
        }
        Optional<Commitment> money = term.find(Name.VOLUME, TypedValue.Amount.class)
                .map(amount -> new Commitment(
                        term,
                        amount.value().getAmount(),
                        amount.value().getCurrencyUnit().getCode(),
                        true));
        return money.or(() -> term.find(Name.VOLUME, TypedValue.Quantity.class)
                .filter(quantity -> !quantity.unit().isBlank())
                .map(quantity -> new Commitment(term, quantity.value(), quantity.unit(), false)));
    }

    /** The same in pieces, where facts count an item in them that the contract counts by its name: {@code 900,000 lids}. */
    Commitment asCounted(Facts facts) {
        NameWords item = NameWords.of(item());
        if (isMoney || item.all().isEmpty() || CountedUnit.of(unit).isMeasure()) {
            return this;
        }
        Set<CountedUnit> units = Stream.concat(
                        facts.purchases().stream()
                                .filter(row -> isNumber(row.product(), item))
                                .map(Purchase::unit),
                        facts.invoiceLines().stream()
                                .filter(line -> isNumber(line.product(), item))
                                .map(InvoiceLine::unit))
                .map(counted -> new CountedUnit(CountedUnit.of(counted).kind(), BigDecimal.ONE))
                .collect(Collectors.toSet());
        return units.equals(Set.of(CountedUnit.of("pieces"))) ? new Commitment(term, minimum, "pieces", false) : this;
    }

    private static boolean isNumber(String product, NameWords item) {
        return product.length() > 1 && item.holds(NameWords.of(product));
    }

    /** What is committed to, in the contract's words; empty for all there is. */
    String item() {
        return term.text(Name.ITEM);
    }

    /** How many months the time is that the minimum is for. */
    int months() {
        return ContractYears.months(term);
    }

    boolean carriesForward() {
        return term.findSaid(CARRIED).isPresent() && term.findSaid(NOT_CARRIED).isEmpty();
    }

    /** Most that is carried forward; empty where the clause sets no limit. */
    Optional<BigDecimal> mostCarried() {
        return term.findPercent(Name.CAP)
                .map(percent -> minimum.multiply(percent).movePointLeft(2))
                .or(() -> term.find(Name.CAP, TypedValue.Quantity.class).map(TypedValue.Quantity::value))
                .or(() -> term.find(Name.CAP, TypedValue.Amount.class)
                        .map(amount -> amount.value().getAmount()))
                .or(() -> isMoney
                        ? Optional.empty()
                        : term.findSaid(MOST_CARRIED)
                                .or(() -> term.findSaid(MOST_BEFORE))
                                .map(said -> new BigDecimal(
                                        said.matcher().group("most").replace(",", ""))));
    }

    /** The minimum of a first year that is short, where the clause states one: {@code or more than 36,000 in the first}. */
    Optional<BigDecimal> firstYearMinimum() {
        Matcher stated = FIRST_YEAR.matcher(term.words());
        return stated.find()
                ? Optional.of(new BigDecimal(stated.group("count").replaceAll("[,.]", "")))
                : Optional.empty();
    }
}
