package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The most that a side can be made to pay in a time, towards which credits may count.
 *
 * @param window the time that it is for
 * @param most what it comes to, or at least comes to while the fees that it is a share of may still grow
 * @param isFinal whether it can grow no more
 */
record LiabilityLimit(Finding finding, Citation stated, Period window, Money most, boolean isFinal) {
    private static final Pattern FOR_ONE_EVENT = Pattern.compile(
            "\\b(?:(?:any|each|per|every)\\s+(?:one\\s+|single\\s+)?(?:event|incident|claim|occurrence|case)|per\\s+(?:event|claim|occurrence))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("\\byear|\\bannual|\\bp\\.\\s?a\\.", Pattern.CASE_INSENSITIVE);
    private static final Pattern BACKWARDS =
            Pattern.compile("\\b(?:preceding|previous|prior|last|before)\\b[^.;]{0,60}", Pattern.CASE_INSENSITIVE);
    private static final Pattern LESSER =
            Pattern.compile("\\b(?:lesser|lower|smaller|less)\\s+of\\b", Pattern.CASE_INSENSITIVE);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The limit that holds for a contract at the end of a period; empty where none is stated, or it cannot be reckoned. */
    static Optional<LiabilityLimit> find(Dossier dossier, String contract, Period period, CurrencyUnit currency) {
        return caps(dossier, contract, period).stream()
                .flatMap(cap -> of(cap, dossier, contract, period, currency).stream())
                .min(Comparator.comparing(LiabilityLimit::most));
    }

    /** Whether a contract states any limit for all that happens in a time. */
    static boolean isStated(Dossier dossier, String contract, Period period) {
        return !caps(dossier, contract, period).isEmpty();
    }

    private static List<Governed<CommercialLever>> caps(Dossier dossier, String contract, Period period) {
        return dossier.family().listInForce(CommercialLever.class, period.to(), contract).stream()
                .filter(lever -> lever.content().lever() == LeverType.LIABILITY_CAP)
                .filter(lever -> !FOR_ONE_EVENT.matcher(words(lever)).find())
                .toList();
    }

    private static String words(Governed<CommercialLever> lever) {
        return String.join(
                " ", lever.finding().citations().stream().map(Citation::quote).toList());
    }

    private static Optional<LiabilityLimit> of(
            Governed<CommercialLever> cap, Dossier dossier, String contract, Period period, CurrencyUnit currency) {
        Period window = window(cap, dossier, period);
        List<Money> sums = new ArrayList<>();
        boolean moves = false;
        for (LeverParameter parameter : cap.content().parameters()) {
            if (parameter.name() == Name.CAP && parameter.value() instanceof TypedValue.Amount amount) {
                sums.add(amount.value().toMoney(RoundingMode.HALF_UP));
            } else if (parameter.name() == Name.CAP && parameter.value() instanceof TypedValue.Percent percent) {
                sums.add(share(percent.value(), dossier, contract, window, currency));
                moves = !window.to().isBefore(dossier.asOf());
            } else if (parameter.name() == Name.CAP) {
                return Optional.empty();
            }
        }
        Comparator<Money> order = Comparator.naturalOrder();
        boolean grows = moves;
        return sums.stream()
                .filter(sum -> sum.getCurrencyUnit().equals(currency))
                .max(LESSER.matcher(words(cap)).find() ? order.reversed() : order)
                .filter(most -> most.isPositive()
                        && sums.stream().allMatch(sum -> sum.getCurrencyUnit().equals(currency)))
                .map(most -> new LiabilityLimit(
                        cap.finding(), cap.finding().citations().get(0), window, most, !grows));
    }

    private static Period window(Governed<CommercialLever> cap, Dossier dossier, Period period) {
        String words = words(cap);
        if (BACKWARDS.matcher(words).find()) {
            return new Period(period.to().minusYears(1).plusDays(1), period.to());
        }
        LocalDate start = cap.member().findEffective().orElse(period.to().withDayOfYear(1));
        if (cap.content().find(Name.FREQUENCY).isPresent()
                || YEAR.matcher(words).find()) {
            LocalDate first = start.withYear(period.to().getYear());
            LocalDate from = first.isAfter(period.to()) ? first.minusYears(1) : first;
            return new Period(from, from.plusYears(1).minusDays(1));
        }
        LocalDate last = dossier.asOf().isBefore(period.to()) ? period.to() : dossier.asOf();
        return new Period(start.isAfter(last) ? last : start, last);
    }

    /** A share of what was invoiced under a contract for a time. */
    private static Money share(
            BigDecimal percent, Dossier dossier, String contract, Period window, CurrencyUnit currency) {
        Direction direction = dossier.isOfASeller() ? Direction.ISSUED : Direction.RECEIVED;
        BigDecimal fees = dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == direction && line.currency().equals(currency))
                .filter(line -> line.contract().startsWith(contract) || contract.startsWith(line.contract()))
                .filter(line -> window.holds(line.priceDay()) && line.net().signum() > 0)
                .map(InvoiceLine::net)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(
                currency, fees.multiply(percent).divide(HUNDRED, 10, RoundingMode.HALF_UP), RoundingMode.HALF_UP);
    }
}
