package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.wording.StatedMoney;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What is to be paid for what is missing of a commitment, with the steps to it. */
record ShortfallPrice(Money amount, List<Derivation> steps, List<Finding> rests, List<String> rows) {
    private static final Pattern PAYS_SHORTFALL = Pattern.compile(
            "\\bpay\\b[^.]{0,60}\\b(?:the|such|any)\\s+(?:amount\\s+of\\s+the\\s+)?(?:shortfall|difference|deficit|deficiency|balance)|\\binvoice\\b[^.]{0,40}\\b(?:the|such|any)\\s+(?:shortfall|difference|deficit|deficiency)",
            Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> EACH_MISSING = Stream.of(
                    "(?<sum>" + StatedMoney.REGEX
                            + ")\\s+(?:for|per)\\s+(?:each|every)?\\s*[^.;]{0,40}?\\b(?:short|missing|lacking|not\\s+(?:taken|ordered|bought|purchased))",
                    "\\b(?:for|per)\\s+(?:each|every)\\s+(?:[\\d,]+\\s+)?[\\p{L}-]+\\s+(?:that\\s+(?:is|are)\\s+)?(?:missing|short|lacking|not\\s+(?:taken|ordered|bought|purchased))\\b[^.;]{0,60}?(?<sum>"
                            + StatedMoney.REGEX + ")",
                    "\\b(?:for|per)\\s+(?:each|every)\\s+(?:[\\d,]+\\s+)?[\\p{L}-]+\\s+by\\s+which\\b[^.;]{0,80}?\\b(?:short|below|under|less)\\b[^.;]{0,60}?(?<sum>"
                            + StatedMoney.REGEX + ")")
            .map(words -> Pattern.compile(words, Pattern.CASE_INSENSITIVE))
            .toList();

    ShortfallPrice {
        steps = List.copyOf(steps);
        rests = List.copyOf(rests);
        rows = List.copyOf(rows);
    }

    /** Empty where the clause does not say what is to be paid, or means a price that is not known. */
    static Optional<ShortfallPrice> of(Dossier dossier, Commitment commitment, Period year, BigDecimal missing) {
        return commitment.isMoney()
                ? ofMoney(commitment, missing)
                : ofUnits(commitment, missing).or(() -> ofItsPrice(dossier, commitment, year, missing));
    }

    private static Optional<ShortfallPrice> ofMoney(Commitment commitment, BigDecimal missing) {
        LeverTerm term = commitment.term();
        BigMoney sum = BigMoney.of(CurrencyUnit.of(commitment.unit()), missing);
        Optional<BigDecimal> percent = term.findPercent(Name.RATE)
                .or(() -> term.findSaid(PAYS_SHORTFALL).map(said -> new BigDecimal("100")));
        return percent.map(share -> {
            Money amount = sum.multipliedBy(share.movePointLeft(2)).toMoney(RoundingMode.HALF_UP);
            Derivation step = new Derivation(
                    Operation.PERCENT_OF,
                    List.of(
                            term.input("price of what is missing", share.toPlainString() + " %"),
                            new Input("shortfall", missing.toPlainString(), null)),
                    amount.toString());
            return new ShortfallPrice(amount, List.of(step), List.of(), List.of());
        });
    }

    /** A sum for each unit or lot: the lever's, or else the one that its section states for what is short. */
    private static Optional<ShortfallPrice> ofUnits(Commitment commitment, BigDecimal missing) {
        LeverTerm term = commitment.term();
        Optional<BigMoney> each = term.find(Name.RATE, TypedValue.Amount.class)
                .map(TypedValue.Amount::value)
                .or(() -> EACH_MISSING.stream()
                        .flatMap(words -> term.findSaid(words).stream())
                        .findFirst()
                        .flatMap(said -> StatedMoney.of(
                                said.matcher().group("sum"), term.member().dollar())));
        return each.map(price -> {
            List<Derivation> steps = new ArrayList<>();
            BigDecimal count = lots(term, missing, steps);
            Money amount = price.multipliedBy(count).toMoney(RoundingMode.HALF_UP);
            steps.add(product(term.input("price of what is missing", price.toString()), count, amount));
            return new ShortfallPrice(amount, steps, List.of(), List.of());
        });
    }

    private static BigDecimal lots(LeverTerm term, BigDecimal missing, List<Derivation> steps) {
        Optional<Lot> lot = Lot.of(term);
        if (lot.isEmpty()) {
            return missing;
        }
        BigDecimal count = lot.get().count(missing);
        Operation operation =
                switch (lot.get().rounding()) {
                    case FLOOR -> Operation.WHOLE_QUOTIENT;
                    case CEILING -> Operation.COMMENCED_QUOTIENT;
                    default -> Operation.QUOTIENT;
                };
        steps.add(new Derivation(
                operation,
                List.of(
                        new Input("missing", missing.toPlainString(), null),
                        term.input("charged for each", lot.get().size().toPlainString())),
                count.toPlainString()));
        return count;
    }

    /** A share of the item's own price. */
    private static Optional<ShortfallPrice> ofItsPrice(
            Dossier dossier, Commitment commitment, Period year, BigDecimal missing) {
        LeverTerm term = commitment.term();
        Optional<BigDecimal> percent = term.findPercent(Name.RATE);
        return percent.flatMap(share -> ItemPrice.find(dossier, term, commitment.unit(), year)
                .filter(price -> price.unit().isLike(CountedUnit.of(commitment.unit())))
                .map(price -> {
                    List<Derivation> steps = new ArrayList<>();
                    BigDecimal counted = lots(term, missing, steps)
                            .multiply(Lot.of(term).map(Lot::size).orElse(BigDecimal.ONE));
                    BigDecimal count = inUnitsOf(price, commitment, counted, steps);
                    steps.add(price.working(share));
                    Money amount = price.share(share).multipliedBy(count).toMoney(RoundingMode.HALF_UP);
                    Input each = new Input(
                            "price of what is missing", price.share(share).toString(), null);
                    steps.add(product(each, count, amount));
                    return new ShortfallPrice(amount, steps, price.rests(), price.rows());
                }));
    }

    private static BigDecimal inUnitsOf(
            ItemPrice price, Commitment commitment, BigDecimal missing, List<Derivation> steps) {
        BigDecimal each = price.unit().in(CountedUnit.of(commitment.unit()));
        if (each.compareTo(BigDecimal.ONE) == 0) {
            return missing;
        }
        BigDecimal count = missing.divide(each, 8, RoundingMode.HALF_UP).stripTrailingZeros();
        steps.add(new Derivation(
                Operation.QUOTIENT,
                List.of(
                        new Input("missing", missing.toPlainString(), null),
                        new Input("the price is for each", each.toPlainString(), null)),
                count.toPlainString()));
        return count;
    }

    private static Derivation product(Input price, BigDecimal count, Money amount) {
        return new Derivation(
                Operation.PRODUCT,
                List.of(price, new Input("shortfall", count.toPlainString(), null)),
                amount.toString());
    }
}
