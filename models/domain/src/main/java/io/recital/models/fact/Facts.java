package io.recital.models.fact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Performance facts of all kinds, in the order in which they were given. */
public record Facts(
        List<Measurement> measurements,
        List<InvoiceLine> invoiceLines,
        List<CreditNote> creditNotes,
        List<Purchase> purchases,
        List<ContractEvent> events,
        List<Claim> claims,
        List<IndexValue> indexValues,
        List<ExchangeRate> exchangeRates,
        List<Vendor> vendors) {
    public Facts {
        measurements = List.copyOf(measurements);
        invoiceLines = List.copyOf(invoiceLines);
        creditNotes = List.copyOf(creditNotes);
        purchases = List.copyOf(purchases);
        events = List.copyOf(events);
        claims = List.copyOf(claims);
        indexValues = List.copyOf(indexValues);
        exchangeRates = List.copyOf(exchangeRates);
        vendors = List.copyOf(vendors);
    }

    public static Facts of(Collection<? extends PerformanceFact> facts) {
        return new Facts(
                only(Measurement.class, facts),
                only(InvoiceLine.class, facts),
                only(CreditNote.class, facts),
                only(Purchase.class, facts),
                only(ContractEvent.class, facts),
                only(Claim.class, facts),
                only(IndexValue.class, facts),
                only(ExchangeRate.class, facts),
                only(Vendor.class, facts));
    }

    private static <F extends PerformanceFact> List<F> only(
            Class<F> kind, Collection<? extends PerformanceFact> facts) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** All of them, kind after kind. */
    public Stream<PerformanceFact> stream() {
        return Stream.of(
                        measurements,
                        invoiceLines,
                        creditNotes,
                        purchases,
                        events,
                        claims,
                        indexValues,
                        exchangeRates,
                        vendors)
                .flatMap(List::stream);
    }

    /** Those that could be known on a day. */
    public Facts knownOn(LocalDate day) {
        return keep(fact -> !fact.knownFrom().isAfter(day));
    }

    /** Those that hold. */
    public Facts keep(Predicate<PerformanceFact> condition) {
        return of(stream().filter(condition).toList());
    }
}
