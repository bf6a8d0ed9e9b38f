package io.recital.models.ledger.spend;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.LeverType;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import io.recital.models.ledger.lever.NameWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Royalties on reported sales or units, held against what was invoiced for the same month, quarter or half-year. Where the tenant licenses, what
 * is missing was not billed; where it pays royalties, it is an exposure.
 */
public final class RoyaltyCheck implements Check {
    static final String NAME = "royalty";

    private static final Pattern OF_ALL =
            Pattern.compile("\\b(?:all|total|aggregate|entire)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Outcome> run(Dossier dossier) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Period period : periods(dossier)) {
            List<LeverTerm> first = inForce(dossier, period.from());
            List<LeverTerm> last = inForce(dossier, period.to());
            if (first.equals(last)) {
                outcomes.addAll(judge(dossier, royalties(last), period));
            } else if (!last.isEmpty()) {
                outcomes.add(notCheckable(last.get(0), period, "one rate of royalty for the whole of it"));
            }
        }
        return outcomes;
    }

    /** What was billed too little of an item in the times of a period. */
    static List<LedgerEntry> unbilled(Dossier dossier, NameWords item, Period period) {
        return new RoyaltyCheck()
                .run(dossier).stream()
                        .filter(LedgerEntry.class::isInstance)
                        .map(LedgerEntry.class::cast)
                        .filter(entry -> period.holds(entry.period().from())
                                && period.holds(entry.period().to()))
                        .filter(entry -> isUpon(entry, item, dossier))
                        .toList();
    }

    private static boolean isUpon(LedgerEntry entry, NameWords item, Dossier dossier) {
        List<RoyaltyTerm> all = royalties(inForce(dossier, entry.period().to()));
        return all.stream()
                .filter(royalty -> entry.rests().contains(royalty.term().finding()))
                .anyMatch(royalty -> (all.size() == 1 && item.equals(NameWords.of("royalty")))
                        || item.holds(royalty.item())
                        || royalty.item().holds(item)
                        || NameWords.of(royalty.name()).holds(item));
    }

    private static List<LeverTerm> inForce(Dossier dossier, LocalDate day) {
        Levers levers = new Levers(dossier.family());
        return levers.notAmended(levers.prevailing(
                LeverType.GAIN_OR_REVENUE_SHARE,
                day,
                Set.of(),
                term -> RoyaltyTerm.of(term).isPresent()));
    }

    private static List<RoyaltyTerm> royalties(List<LeverTerm> terms) {
        return terms.stream().flatMap(term -> RoyaltyTerm.of(term).stream()).toList();
    }

    /** The months, quarters and half-years for which royalties were invoiced. */
    private static Set<Period> periods(Dossier dossier) {
        Set<Period> periods = new TreeSet<>(Comparator.comparing(Period::from).thenComparing(Period::to));
        new Levers(dossier.family())
                .everStated(LeverType.GAIN_OR_REVENUE_SHARE)
                .flatMap(term -> RoyaltyTerm.of(term).stream())
                .forEach(royalty -> periods.addAll(RoyaltyPeriods.of(dossier, royalty)));
        return periods;
    }

    /** Each item has one royalty; of several for one it is open which counts. */
    private static List<Outcome> judge(Dossier dossier, List<RoyaltyTerm> all, Period period) {
        Map<NameWords, Long> count =
                all.stream().collect(Collectors.groupingBy(RoyaltyTerm::item, Collectors.counting()));
        boolean unclear = all.size() > 1
                && all.stream()
                        .anyMatch(royalty ->
                                royalty.item().all().isEmpty() || count.getOrDefault(royalty.item(), 0L) > 1);
        if (unclear) {
            return List.of(notCheckable(all.get(0).term(), period, "one rate of royalty for the whole of it"));
        }
        return all.stream()
                .filter(royalty -> RoyaltyPeriods.months(dossier, royalty) == RoyaltyPeriods.months(period))
                .flatMap(royalty -> judge(dossier, royalty, period, all.size() == 1).stream())
                .toList();
    }

    private static List<Outcome> judge(Dossier dossier, RoyaltyTerm royalty, Period period, boolean isAlone) {
        if (royalty.isPerUnit()) {
            return UnitRoyalty.judge(dossier, royalty, period, royalty.billed(dossier, period, isAlone));
        }
        Optional<NetSales> net = NetSales.of(dossier, royalty, CurrencyUnit.USD);
        ReportedSales reported = new ReportedSales(dossier, royalty.term(), CurrencyUnit.USD, royalty.item());
        Optional<Bands> bands = royalty.bands(net.flatMap(NetSales::reportedIn).or(reported::reportedIn));
        boolean known = net.isPresent()
                || !royalty.isStated()
                || royalty.isNamedAsAFee()
                || reported.isOfItem()
                || OF_ALL.matcher(royalty.term().words()).find();
        if (bands.isEmpty()
                || !known
                || (royalty.isStated()
                        && Royalties.of(dossier, royalty.item(), null).isEmpty())) {
            return List.of(notCheckable(
                    royalty.term(),
                    period,
                    royalty.isStated()
                            ? "invoices and reported sales that name “" + royalty.name() + "”"
                            : reported.missing(period)));
        }
        ReportedSales own =
                new ReportedSales(dossier, royalty.term(), bands.get().currency(), royalty.item());
        Function<Period, Optional<ReportedSales.Sum>> sales = net.<Function<Period, Optional<ReportedSales.Sum>>>map(
                        found -> time -> found.in(bands.get().currency())
                                .in(time)
                                .or(() -> own.isEmpty() ? Optional.empty() : own.in(time)))
                .orElse(own::in);
        return judge(dossier, royalty, period, bands.get(), sales, billed(dossier, royalty, period, isAlone, own));
    }

    private static List<InvoiceLine> billed(
            Dossier dossier, RoyaltyTerm royalty, Period period, boolean isAlone, ReportedSales sales) {
        List<InvoiceLine> own = royalty.billed(dossier, period, false);
        List<InvoiceLine> named = own.isEmpty() && isAlone ? Royalties.billed(dossier, sales.words(), period) : own;
        return named.isEmpty() ? royalty.billed(dossier, period, isAlone) : named;
    }

    private static List<Outcome> judge(
            Dossier dossier,
            RoyaltyTerm royalty,
            Period period,
            Bands bands,
            Function<Period, Optional<ReportedSales.Sum>> sales,
            List<InvoiceLine> billed) {
        Optional<ReportedSales.Sum> sum = sales.apply(period);
        Optional<RoyaltyDue> due = RoyaltyDue.of(dossier, royalty, bands, period, sales);
        if (sum.isEmpty() || due.isEmpty()) {
            return List.of(notCheckable(
                    royalty.term(),
                    period,
                    new ReportedSales(dossier, royalty.term(), bands.currency()).missing(period)));
        }
        Optional<Money> owed = due.get().on(sum.get().amount());
        if (owed.isEmpty()) {
            return List.of(
                    notCheckable(royalty.term(), period, "whether a rate applies to all sales or only to its tier"));
        }
        Money invoiced = Royalties.sum(dossier, billed, bands.currency());
        return owed.get().isGreaterThan(invoiced)
                ? new RoyaltyDifference(dossier, royalty, period, due.get(), sum.get(), billed, invoiced).outcomes()
                : List.of();
    }

    static NotCheckable notCheckable(LeverTerm term, Period period, String missing) {
        return new NotCheckable(NAME, "The royalty for " + period + " cannot be computed", missing, term.rests());
    }
}
