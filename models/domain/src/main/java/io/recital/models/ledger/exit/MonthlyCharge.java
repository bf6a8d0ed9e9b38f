package io.recital.models.ledger.exit;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.Money;

/**
 * What a contract costs a month: the one monthly fee that it states, or what was invoiced on average in the last twelve
 * whole months where the clause says so.
 *
 * @param rests the findings that state it; none for an average
 */
record MonthlyCharge(Money amount, Derivation working, List<Finding> rests) {
    private static final Pattern AVERAGE = Pattern.compile(
            "\\baverage\\b|\\b(?:invoiced|paid|payable|charged)\\b[^.;]{0,60}\\b(?:preceding|previous|prior|last)\\b|\\b(?:preceding|previous|prior|last)\\b[^.;]{0,40}\\bmonths?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int YEAR = 12;

    static Optional<MonthlyCharge> of(Dossier dossier, FamilyMember member, String feeWords) {
        return AVERAGE.matcher(feeWords).find() ? average(dossier, member) : stated(dossier, member);
    }

    private static Optional<MonthlyCharge> stated(Dossier dossier, FamilyMember member) {
        List<LeverTerm> monthly = new Levers(dossier.family())
                .inForce(LeverType.RATE_CARD, dossier.asOf(), List.of())
                .filter(term ->
                        term.member().contract().id().equals(member.contract().id()))
                .filter(term -> term.findSpan(Name.FREQUENCY)
                                .filter(new TimeSpan(1, TimeSpan.Unit.MONTHS)::equals)
                                .isPresent()
                        && term.find(Name.RATE, TypedValue.Amount.class).isPresent())
                .toList();
        if (monthly.size() != 1) {
            return Optional.empty();
        }
        LeverTerm term = monthly.get(0);
        return term.find(Name.RATE, TypedValue.Amount.class).map(rate -> {
            Money amount = rate.value().toMoney(RoundingMode.HALF_UP);
            String plain = amount.getAmount().toPlainString();
            return new MonthlyCharge(
                    amount,
                    new Derivation(Operation.SUM, List.of(term.input("fee a month", plain)), plain),
                    term.rests());
        });
    }

    private static Optional<MonthlyCharge> average(Dossier dossier, FamilyMember member) {
        YearMonth last = YearMonth.from(dossier.asOf()).minusMonths(1);
        LocalDate from = last.minusMonths(YEAR - 1).atDay(1);
        Direction direction = dossier.isOfASeller() ? Direction.ISSUED : Direction.RECEIVED;
        List<InvoiceLine> lines = dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == direction
                        && member.bears(line.contract())
                        && !line.invoiceDate().isBefore(from)
                        && !line.invoiceDate().isAfter(last.atEndOfMonth()))
                .toList();
        boolean whole = lines.stream()
                        .map(line -> YearMonth.from(line.invoiceDate()))
                        .distinct()
                        .count()
                == YEAR;
        boolean oneCurrency =
                lines.stream().map(InvoiceLine::currency).distinct().count() == 1;
        if (!whole || !oneCurrency) {
            return Optional.empty();
        }
        BigDecimal sum = lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        Money amount = Money.of(
                lines.get(0).currency(),
                sum.divide(BigDecimal.valueOf(YEAR), 2, RoundingMode.HALF_UP),
                RoundingMode.HALF_UP);
        return Optional.of(new MonthlyCharge(
                amount,
                new Derivation(
                        Operation.QUOTIENT,
                        List.of(
                                new Input(
                                        "invoiced from " + from + " to " + last.atEndOfMonth(),
                                        sum.toPlainString(),
                                        null),
                                new Input("months", Integer.toString(YEAR), null)),
                        amount.getAmount().toPlainString()),
                List.of()));
    }
}
