package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.invoice.IndexedSurcharges.Indexed;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Surcharges in percent against the published value that decides them. */
public final class IndexedSurchargeCheck implements Check {
    @Override
    public List<Outcome> run(Dossier dossier) {
        if (dossier.isOfASeller()) {
            return List.of();
        }
        return new Run(dossier).outcomes();
    }

    private static final class Run {
        private final Dossier dossier;
        private final PriceBook book;
        private final OverpaymentClaims claims;
        private final Map<String, Outcome> open = new LinkedHashMap<>();

        Run(Dossier dossier) {
            this.dossier = dossier;
            this.book = PriceBook.of(dossier);
            this.claims = OverpaymentClaims.of(dossier);
        }

        List<Outcome> outcomes() {
            IndexedSurcharges surcharges = new IndexedSurcharges(book);
            List<Outcome> outcomes = new ArrayList<>();
            dossier.facts().invoiceLines().stream()
                    .filter(line ->
                            line.direction() == Direction.RECEIVED && line.net().signum() > 0)
                    .forEach(line -> surcharges
                            .find(line)
                            .flatMap(indexed -> look(line, indexed))
                            .ifPresent(outcomes::add));
            outcomes.addAll(open.values());
            return outcomes;
        }

        private Optional<Outcome> look(InvoiceLine line, Indexed indexed) {
            Optional<YearMonth> month = month(line).flatMap(indexed::month);
            if (month.isEmpty()) {
                return open(indexed, "the month whose value counts for the surcharge", "");
            }
            Optional<IndexValue> value = IndexSeries.find(
                            indexed.index(),
                            indexed.source().finding().words(),
                            dossier.facts().indexValues())
                    .or(() -> inOtherWords(indexed))
                    .flatMap(series -> series.find(month.get()));
            Optional<BigDecimal> due = value.flatMap(published -> indexed.percent(published.value()));
            if (due.isEmpty()) {
                return open(indexed, "values of “" + indexed.index() + "”", ", such as that for " + month.get());
            }
            Optional<SurchargeBase> base =
                    SurchargeBase.find(line, indexed, book, dossier.facts().invoiceLines());
            return base.isEmpty()
                    ? open(indexed, "the charges that the surcharge is a percentage of", "")
                    : claim(line, indexed, base.get(), value.get(), due.get());
        }

        /** The series that another finding of the same document names, in a sentence about the same thing. */
        private Optional<IndexSeries> inOtherWords(Indexed indexed) {
            ItemWords thing = ItemWords.of(indexed.index())
                    .without(ItemWords.of("average mean previous preceding month monthly value index published"));
            return indexed.source().member().findings().stream()
                    .flatMap(finding -> finding.citations().stream())
                    .map(Citation::quote)
                    .filter(quote -> thing.touch(ItemWords.of(quote)))
                    .map(quote -> IndexSeries.find(quote, "", dossier.facts().indexValues()))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private Optional<Outcome> claim(
                InvoiceLine line, Indexed indexed, SurchargeBase base, IndexValue value, BigDecimal due) {
            BigDecimal right = base.share(due, line.currency().getDecimalPlaces());
            BigDecimal excess = line.net().subtract(right);
            if (excess.signum() <= 0) {
                return Optional.empty();
            }
            Stream<String> rows = Stream.concat(
                    Stream.of(value.kind().label() + ":" + value.id()),
                    base.lines().stream().map(other -> other.kind().label() + ":" + other.id()));
            Overcharge overcharge = new Overcharge(
                    line,
                    excess,
                    List.of(indexed.source().finding()),
                    rows.toList(),
                    workings(line, indexed.source().finding(), base, value, due),
                    base.lines().isEmpty() ? 0.9 : 0.8);
            String title = line.description() + ": " + due.toPlainString() + " % was due";
            return claims.overpayment("surcharge", Part.PRICE, title, List.of(overcharge))
                    .map(Outcome.class::cast);
        }

        private Optional<Outcome> open(Indexed indexed, String missing, String example) {
            open.putIfAbsent(
                    indexed.source().finding().id() + missing,
                    new NotCheckable(
                            "surcharge",
                            "A surcharge that follows a published value cannot be checked",
                            missing + example,
                            List.of(indexed.source().finding())));
            return Optional.empty();
        }
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

    private static List<Derivation> workings(
            InvoiceLine line, Finding clause, SurchargeBase base, IndexValue value, BigDecimal due) {
        Workings workings = new Workings(line.currency());
        BigDecimal right = base.share(due, line.currency().getDecimalPlaces());
        Input published = Workings.cell("published for " + value.month(), value, "value", value.value());
        Input percent = new Input(
                "surcharge of its band", due.toPlainString() + " %", Workings.quote(clause, due.toPlainString()));
        workings.step(Operation.BAND, percent.value(), published, percent);
        workings.step(
                Operation.PERCENT_OF,
                workings.money(right),
                Workings.earlier("surcharge", percent.value()),
                base(line, base, workings));
        workings.step(
                Operation.DIFFERENCE,
                workings.money(line.net().subtract(right)),
                Workings.cell("charged", line, "net", line.net()),
                Workings.earlier("due", workings.money(right)));
        return workings.steps();
    }

    private static Input base(InvoiceLine line, SurchargeBase base, Workings workings) {
        if (base.lines().isEmpty()) {
            return Workings.cell("charges that it is a percentage of", line, "quantity", base.amount());
        }
        Input[] charges = base.lines().stream()
                .map(other -> Workings.cell(other.description(), other, "net", other.net()))
                .toArray(Input[]::new);
        workings.step(Operation.SUM, workings.money(base.amount()), charges);
        return Workings.earlier("charges that it is a percentage of", workings.money(base.amount()));
    }
}
