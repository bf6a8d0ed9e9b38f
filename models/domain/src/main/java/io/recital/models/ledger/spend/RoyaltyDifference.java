package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Claimed;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.lever.LeverTerm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * A royalty that is due and was not invoiced. Where the report came to less for reasons that together explain the invoice to
 * the cent, there is an entry for each, since each is argued by its own clause.
 */
record RoyaltyDifference(
        Dossier dossier,
        RoyaltyTerm royalty,
        Period period,
        RoyaltyDue due,
        ReportedSales.Sum sales,
        List<InvoiceLine> billed,
        Money invoiced) {
    private static final int MOST_CAUSES = 10;
    private static final double CONFIDENCE = 0.85;

    List<Outcome> outcomes() {
        List<ReportedSales.Cause> causes = causes();
        if (causes.size() < 2) {
            String why = causes.isEmpty() ? "" : ": " + causes.get(0).why();
            return List.of(whole(why));
        }
        List<Outcome> entries = new ArrayList<>();
        BigDecimal base = causes.stream().map(ReportedSales.Cause::less).reduce(sales.amount(), BigDecimal::subtract);
        for (ReportedSales.Cause cause : causes) {
            part(cause, base).ifPresent(entries::add);
            base = base.add(cause.less());
        }
        return entries;
    }

    /** The causes that together explain just what was invoiced; none where none do. */
    private List<ReportedSales.Cause> causes() {
        List<ReportedSales.Cause> all = sales.causes().stream()
                .filter(cause -> cause.less().signum() != 0)
                .limit(MOST_CAUSES)
                .toList();
        for (int some = (1 << all.size()) - 1; some > 0; some--) {
            List<ReportedSales.Cause> chosen = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if ((some >> i & 1) == 1) {
                    chosen.add(all.get(i));
                }
            }
            if (explains(chosen)) {
                return chosen;
            }
        }
        return List.of();
    }

    private boolean explains(List<ReportedSales.Cause> chosen) {
        boolean once = chosen.stream().map(ReportedSales.Cause::key).distinct().count() == chosen.size();
        BigDecimal base = chosen.stream().map(ReportedSales.Cause::less).reduce(sales.amount(), BigDecimal::subtract);
        return once
                && base.signum() >= 0
                && due.on(base).filter(invoiced::equals).isPresent();
    }

    private LedgerEntry whole(String why) {
        Money owed = due.on(sales.amount()).orElseThrow();
        Money open = owed.minus(invoiced);
        List<Derivation> steps = new ArrayList<>(sales.workings());
        steps.addAll(due.workings(sales.amount()));
        steps.add(new Derivation(
                Operation.DIFFERENCE,
                List.of(
                        new Input("royalty due", owed.toString(), null),
                        new Input(billed.size() + " invoice lines for the period", invoiced.toString(), null)),
                open.toString()));
        return entry("Royalties for " + period + " were invoiced " + open + " too low" + why, open, steps);
    }

    /** What one cause made the royalty lower, beginning with sales that came to less. */
    private Optional<LedgerEntry> part(ReportedSales.Cause cause, BigDecimal base) {
        Money with = due.on(base.add(cause.less())).orElseThrow();
        Money without = due.on(base).orElseThrow();
        Money open = with.minus(without);
        if (!open.isPositive()) {
            return Optional.empty();
        }
        List<Derivation> steps = new ArrayList<>(sales.workings());
        steps.addAll(due.workings(base.add(cause.less())));
        steps.addAll(due.workings(base));
        steps.add(new Derivation(
                Operation.DIFFERENCE,
                List.of(
                        new Input("royalty due", with.toString(), null),
                        new Input(
                                "royalty on sales that are " + cause.less().toPlainString() + " lower",
                                without.toString(),
                                null)),
                open.toString()));
        return Optional.of(entry("Royalties for " + period + " were invoiced too low: " + cause.why(), open, steps)
                .claiming(new Claimed(
                        Part.CONSEQUENCE, Set.of(royalty.term().finding().id() + " " + period + " " + cause.key()))));
    }

    private LedgerEntry entry(String title, Money open, List<Derivation> steps) {
        Optional<LeverTerm.Said> until = Royalties.lastInvoice(dossier, royalty.term());
        List<Finding> rests = Stream.of(
                        royalty.term().rests().stream(),
                        sales.rests().stream(),
                        until.stream().map(LeverTerm.Said::finding))
                .flatMap(each -> each)
                .distinct()
                .toList();
        List<String> rows = Stream.of(
                        sales.rows().stream(),
                        due.rowsBefore().stream(),
                        billed.stream().map(line -> line.kind().label() + ":" + line.id()))
                .flatMap(each -> each)
                .distinct()
                .toList();
        LeakageClass leakage = dossier.isOfASeller() ? LeakageClass.UNDER_BILLING : LeakageClass.EXPOSURE;
        LocalDate last = until.flatMap(said -> Royalties.lastDay(dossier, royalty.term(), said, period.to()))
                .orElse(null);
        return new LedgerEntry(RoyaltyCheck.NAME, leakage, title, period, open, rests, rows, steps, last, CONFIDENCE);
    }
}
