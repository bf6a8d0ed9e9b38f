package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.invoice.IndexedSurcharges.Indexed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Surcharges in percent against the published value that decides them. */
public final class IndexedSurchargeCheck implements Check {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public List<Outcome> run(Dossier dossier) {
        if (dossier.isOfASeller()) {
            return List.of();
        }
        PriceBook book = new PriceBook(dossier.family());
        IndexedSurcharges surcharges = new IndexedSurcharges(book);
        OverpaymentClaims claims = new OverpaymentClaims(dossier, book);
        List<Outcome> outcomes = new ArrayList<>();
        dossier.facts().invoiceLines().stream()
                .filter(line ->
                        line.direction() == Direction.RECEIVED && line.net().signum() > 0)
                .forEach(line -> surcharges
                        .find(line)
                        .flatMap(indexed -> look(dossier, line, indexed, claims))
                        .ifPresent(outcomes::add));
        return outcomes.stream().distinct().toList();
    }

    private static Optional<Outcome> look(
            Dossier dossier, InvoiceLine line, Indexed indexed, OverpaymentClaims claims) {
        Optional<YearMonth> month = month(line).flatMap(indexed::month);
        if (month.isEmpty()) {
            return open(indexed, "the month whose value counts for the surcharge");
        }
        Optional<IndexValue> value = IndexSeries.find(
                        indexed.index(), dossier.facts().indexValues())
                .flatMap(series -> series.find(month.get()));
        Optional<BigDecimal> due = value.flatMap(published -> indexed.percent(published.value()));
        if (due.isEmpty()) {
            return open(indexed, "the value of “" + indexed.index() + "” for " + month.get());
        }
        if (!isShareOfMoney(line)) {
            return open(indexed, "the amount that the surcharge is a percentage of");
        }
        BigDecimal right = line.quantity()
                .multiply(due.get())
                .divide(HUNDRED, line.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
        BigDecimal excess = line.net().subtract(right);
        if (excess.signum() <= 0) {
            return Optional.empty();
        }
        String title = line.description() + ": " + due.get().toPlainString() + " % was due";
        Overcharge overcharge = new Overcharge(
                line,
                excess,
                List.of(indexed.source().finding()),
                List.of(value.get().kind().label() + ":" + value.get().id()),
                workings(line, indexed.source().finding(), value.get(), due.get(), right, excess),
                0.9);
        return claims.overpayment("surcharge", title, List.of(overcharge)).map(Outcome.class::cast);
    }

    private static Optional<Outcome> open(Indexed indexed, String missing) {
        return Optional.of(new NotCheckable(
                "surcharge",
                "A surcharge that follows a published value cannot be checked",
                missing,
                List.of(indexed.source().finding())));
    }

    /** The month of service, when it is one. */
    private static Optional<YearMonth> month(InvoiceLine line) {
        Period service = line.service();
        if (service == null) {
            return Optional.of(YearMonth.from(line.invoiceDate()));
        }
        YearMonth first = YearMonth.from(service.from());
        return first.equals(YearMonth.from(service.to())) ? Optional.of(first) : Optional.empty();
    }

    /** Whether the line counts money and its price is a share of it. */
    private static boolean isShareOfMoney(InvoiceLine line) {
        return line.unit().equalsIgnoreCase(line.currency().getCode())
                && line.unitPrice().compareTo(BigDecimal.ONE) < 0;
    }

    private static List<Derivation> workings(
            InvoiceLine line, Finding clause, IndexValue value, BigDecimal due, BigDecimal right, BigDecimal excess) {
        Workings workings = new Workings(line.currency());
        Input published = Workings.cell(
                "published for " + value.month() + ", which decides the band", value, "value", value.value());
        Input percent = new Input(
                "surcharge of the band", due.toPlainString() + " %", Workings.quote(clause, due.toPlainString()));
        workings.step(Operation.PERCENT_OF, workings.money(right), percent, base(line), published);
        workings.step(
                Operation.DIFFERENCE,
                workings.money(excess),
                Workings.cell("charged", line, "net", line.net()),
                Workings.earlier("due", workings.money(right)));
        return workings.steps();
    }

    private static Input base(InvoiceLine line) {
        return Workings.cell("charges that it is a percentage of", line, "quantity", line.quantity());
    }
}
