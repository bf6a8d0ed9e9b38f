package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import io.recital.models.ledger.lever.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Royalties on reported sales by tiers, held against what was invoiced for the same quarter. Where the tenant licenses, what
 * is missing was not billed; where it pays royalties, it is an exposure.
 */
public final class RoyaltyCheck implements Check {
    static final String NAME = "royalty";

    private static final Pattern OF_ALL =
            Pattern.compile("\\b(?:all|total|aggregate|entire)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Outcome> run(Dossier dossier) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Period quarter : quarters(dossier)) {
            List<LeverTerm> first = inForce(dossier, quarter.from());
            List<LeverTerm> last = inForce(dossier, quarter.to());
            boolean unchanged = first.equals(last);
            if (unchanged && last.size() == 1 && !isOfAnItem(last.get(0))) {
                judge(dossier, last.get(0), quarter).ifPresent(outcomes::add);
            } else if (unchanged && last.stream().allMatch(RoyaltyCheck::isOfAnItem)) {
                last.forEach(term -> judgeItem(dossier, term, quarter).ifPresent(outcomes::add));
            } else if (!last.isEmpty()) {
                outcomes.add(notCheckable(last.get(0), quarter, "one rate of royalty for the whole of the quarter"));
            }
        }
        return outcomes;
    }

    private static List<LeverTerm> inForce(Dossier dossier, LocalDate day) {
        Levers levers = new Levers(dossier.family());
        return levers.notAmended(
                levers.prevailing(LeverType.GAIN_OR_REVENUE_SHARE, day, Set.of(), RoyaltyCheck::isRoyaltyByTheQuarter));
    }

    /** A share of reported sales: a royalty by bands, or one of an item at one rate. */
    private static boolean isRoyaltyByTheQuarter(LeverTerm term) {
        return isOfAnItem(term) || isRoyaltyByBands(term);
    }

    private static boolean isOfAnItem(LeverTerm term) {
        boolean quarterly = term.findSpan(Name.FREQUENCY)
                .map(span -> span.unit() == TimeSpan.Unit.QUARTERS && span.count() == 1)
                .orElse(Bands.of(term).isEmpty());
        return quarterly
                && !item(term).all().isEmpty()
                && ReportedSales.isBase(term.text(Name.BASE))
                && (Bands.of(term).isPresent() || term.findPercent(Name.RATE).isPresent());
    }

    private static Words item(LeverTerm term) {
        Set<String> words = new TreeSet<>(Words.of(term.text(Name.ITEM)).all());
        words.remove("royalty");
        return new Words(words);
    }

    private static boolean isRoyaltyByBands(LeverTerm term) {
        return Bands.of(term).isPresent()
                && Royalties.isRoyalty(term)
                && term.findSpan(Name.FREQUENCY)
                        .map(span -> span.unit() == TimeSpan.Unit.QUARTERS && span.count() == 1)
                        .orElse(false);
    }

    /** The calendar quarters for which royalties were invoiced. */
    private static Set<Period> quarters(Dossier dossier) {
        Set<Period> quarters = new TreeSet<>(Comparator.comparing(Period::from));
        dossier.facts().invoiceLines().stream()
                .filter(Royalties::isRoyalty)
                .flatMap(line -> Stream.ofNullable(line.service()))
                .map(service -> quarterOf(service.from()))
                .filter(quarter -> quarter.to().isBefore(dossier.asOf()))
                .forEach(quarters::add);
        return quarters;
    }

    private static Period quarterOf(LocalDate day) {
        YearMonth first = YearMonth.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1);
        return new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth());
    }

    /** The share of one item's sales, or of all sales where the item is a payment of its own and no goods. */
    private static Optional<Outcome> judgeItem(Dossier dossier, LeverTerm term, Period quarter) {
        Words item = item(term);
        ReportedSales reported = new ReportedSales(dossier, term, CurrencyUnit.USD, item);
        Optional<Bands> bands = Bands.of(term)
                .or(() -> reported.reportedIn()
                        .flatMap(
                                currency -> term.findPercent(Name.RATE).map(percent -> Bands.flat(percent, currency))));
        List<InvoiceLine> ever = Royalties.of(dossier, item, null);
        if (bands.isEmpty()
                || ever.isEmpty()
                || !(reported.isOfItem() || OF_ALL.matcher(term.words()).find())) {
            return Optional.of(notCheckable(
                    term, quarter, "invoices and reported sales that name “" + term.text(Name.ITEM) + "”"));
        }
        ReportedSales sales = new ReportedSales(dossier, term, bands.get().currency(), item);
        return judge(dossier, term, quarter, bands.get(), sales, Royalties.of(dossier, item, quarter));
    }

    private static Optional<Outcome> judge(Dossier dossier, LeverTerm term, Period quarter) {
        Bands bands = Bands.of(term).orElseThrow();
        ReportedSales sales = new ReportedSales(dossier, term, bands.currency());
        return judge(dossier, term, quarter, bands, sales, Royalties.billed(dossier, sales.words(), quarter));
    }

    private static Optional<Outcome> judge(
            Dossier dossier,
            LeverTerm term,
            Period quarter,
            Bands bands,
            ReportedSales sales,
            List<InvoiceLine> billed) {
        Optional<ReportedSales.Sum> sum = sales.in(quarter);
        if (sum.isEmpty()) {
            return Optional.of(notCheckable(term, quarter, sales.missing(quarter)));
        }
        Optional<Money> due = bands.on(sum.get().amount());
        if (due.isEmpty()) {
            return Optional.of(notCheckable(term, quarter, "whether a rate applies to all sales or only to its tier"));
        }
        Money invoiced = Royalties.sum(dossier, billed, bands.currency());
        Money open = due.get().minus(invoiced);
        return open.isPositive()
                ? Optional.of(
                        entry(dossier, term, quarter, new Difference(bands, sum.get(), due.get(), billed, invoiced)))
                : Optional.empty();
    }

    /** All that an entry is made of. */
    private record Difference(
            Bands bands, ReportedSales.Sum sales, Money due, List<InvoiceLine> billed, Money invoiced) {}

    private static LedgerEntry entry(Dossier dossier, LeverTerm term, Period quarter, Difference found) {
        Money open = found.due().minus(found.invoiced());
        List<Derivation> steps = new ArrayList<>(found.sales().workings());
        steps.addAll(found.bands().workings(term, found.sales().amount(), found.due()));
        steps.add(new Derivation(
                Operation.DIFFERENCE,
                List.of(
                        new Derivation.Input("royalty due", found.due().toString(), null),
                        new Derivation.Input(
                                found.billed().size() + " invoice lines for the quarter",
                                found.invoiced().toString(),
                                null)),
                open.toString()));
        Optional<LeverTerm.Said> until = Royalties.lastInvoice(dossier);
        List<Finding> rests = Stream.concat(
                        term.rests().stream(),
                        Stream.concat(
                                found.sales().rests().stream(), until.stream().map(LeverTerm.Said::finding)))
                .distinct()
                .toList();
        return new LedgerEntry(
                NAME,
                dossier.isOfASeller() ? LeakageClass.UNDER_BILLING : LeakageClass.EXPOSURE,
                "Royalties for " + quarter + " were invoiced " + open + " too low",
                quarter,
                open,
                rests,
                Stream.concat(
                                found.sales().rows().stream(),
                                found.billed().stream().map(line -> line.kind().label() + ":" + line.id()))
                        .toList(),
                steps,
                until.flatMap(said -> Royalties.lastDay(dossier, term, said, quarter.to()))
                        .orElse(null),
                0.85);
    }

    private static NotCheckable notCheckable(LeverTerm term, Period quarter, String missing) {
        return new NotCheckable(NAME, "The royalty for " + quarter + " cannot be computed", missing, term.rests());
    }
}
