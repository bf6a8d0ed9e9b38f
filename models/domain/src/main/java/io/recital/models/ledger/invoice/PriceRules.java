package io.recital.models.ledger.invoice;

import io.recital.models.fact.IndexValue;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.invoice.ItemJoin.Joined;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.BigMoney;

/** Computes what a line of an invoice may cost: the agreed price, for the quantity ordered, adjusted as the contract lets it. */
final class PriceRules {
    private static final ItemWords PART = ItemWords.of("instalment installment rate part");

    private static final PriceFormula.Factor STAYS = new PriceFormula.Factor(BigDecimal.ONE, List.of());

    /** What an adjusted price depends on: a year of lines asks for few. */
    private record Question(
            UUID finding,
            String item,
            double confidence,
            BigMoney base,
            LocalDate day,
            LocalDate known,
            String contract,
            String order) {}

    private final Dossier dossier;
    private final PriceBook book;
    private final OrderDays orderDays;
    private final OrderQuantities quantities;
    private final AdjustmentsInForce adjustments;
    private final List<Finding> clauses;
    private final Map<String, Optional<IndexSeries>> series = new HashMap<>();
    private final Map<Question, AllowedPrice> adjusted = new HashMap<>();
    private final IdentityHashMap<AgreedPrice, Integer> instalments = new IdentityHashMap<>();

    /** The one that all checks of a dossier share. */
    static PriceRules of(Dossier dossier) {
        return dossier.reading(PriceRules.class, PriceRules::new);
    }

    private PriceRules(Dossier dossier) {
        this.dossier = dossier;
        this.book = PriceBook.of(dossier);
        this.orderDays = new OrderDays(book, dossier.facts().purchases());
        this.quantities = new OrderQuantities(dossier.facts());
        this.adjustments = new AdjustmentsInForce(dossier.family(), book);
        this.clauses = dossier.family().members().stream()
                .flatMap(member -> member.findings().stream())
                .toList();
    }

    PriceBook book() {
        return book;
    }

    /** How much the orders of lines are for. */
    OrderQuantities quantities() {
        return quantities;
    }

    /** What a line may cost by all documents; the dearer of its first and last day where a price changed between them. */
    Optional<AllowedPrice> find(InvoiceLine line) {
        return find(line, dossier.asOf());
    }

    /** What a line may cost by the documents that were signed by a day. */
    Optional<AllowedPrice> find(InvoiceLine line, LocalDate known) {
        Optional<LocalDate> order = orderDays.find(line, known);
        if (order.isPresent()) {
            return find(line, order.get(), known);
        }
        Optional<AllowedPrice> last = find(line, line.priceDay(), known);
        if (line.service() == null || line.service().days() == 1) {
            return last;
        }
        Optional<AllowedPrice> first = find(line, line.service().from(), known);
        boolean dearer = first.isPresent()
                && (last.isEmpty()
                        || first.get().price().isGreaterThan(last.get().price()));
        return dearer ? first : last;
    }

    /** What a line would cost on another day. */
    Optional<AllowedPrice> find(InvoiceLine line, LocalDate day, LocalDate known) {
        return book.find(line, day, known)
                .filter(joined -> !joined.price().limit())
                .flatMap(joined -> allowed(line, joined, day, known));
    }

    private Optional<AllowedPrice> allowed(InvoiceLine line, Joined joined, LocalDate day, LocalDate known) {
        AgreedPrice agreed = joined.price();
        return agreed.at(quantities.of(line).multiply(agreed.byQuantity().units(line.unit())))
                .filter(base -> base.getCurrencyUnit().equals(line.currency()))
                .map(base -> instalment(line, agreed, base))
                .map(base -> adjusted.computeIfAbsent(
                        new Question(
                                agreed.source().finding().id(),
                                agreed.name(),
                                joined.confidence(),
                                base,
                                day,
                                known,
                                line.contract(),
                                line.order()),
                        question -> adjust(line, joined, base, day, known)));
    }

    private BigMoney instalment(InvoiceLine line, AgreedPrice agreed, BigMoney price) {
        int parts = instalments.computeIfAbsent(agreed, AgreedPrice::instalments);
        boolean part = parts > 1
                && ItemWords.of(line.unit() + " " + line.description()).share(PART);
        return part
                ? price.withScale(Math.max(2, price.getScale()))
                        .dividedBy(BigDecimal.valueOf(parts), RoundingMode.HALF_UP)
                : price;
    }

    private AllowedPrice adjust(InvoiceLine line, Joined joined, BigMoney base, LocalDate day, LocalDate known) {
        RunningPrice running = new RunningPrice(base);
        for (Adjustment adjustment : adjustments.list(line, joined.price(), day, known)) {
            if (!adjustment.isComputed()) {
                notified(running, adjustment, joined.price(), day);
                continue;
            }
            if (!adjustment.isDated()) {
                running.leaveOpen(adjustment, day, "the day from which prices are adjusted", adjustment.cap());
            }
            for (LocalDate date : adjustment.datesBetween(start(joined.price()), day)) {
                apply(running, adjustment, joined.price(), date, day);
            }
        }
        return running.result(joined);
    }

    /** Prices that the other side may change by notice: what it notified, from when the clause lets it apply. */
    private void notified(RunningPrice running, Adjustment adjustment, AgreedPrice price, LocalDate day) {
        if (dossier.facts().events().isEmpty()) {
            running.leaveOpen(adjustment, day, "notices of new prices", null);
            return;
        }
        String clause = adjustment.clause();
        dossier.facts().events().stream()
                .flatMap(event -> NoticedPrice.of(event, price, running.now(), clause, adjustment.days()).stream())
                .filter(notified -> !notified.effective().isAfter(day))
                .sorted(Comparator.comparing(NoticedPrice::effective))
                .forEach(notified -> running.replace(adjustment, notified.effective(), notified.price()));
    }

    LocalDate start(AgreedPrice price) {
        LocalDate own = dossier.family().countsFrom(price.source().member());
        return price.from() != null && price.from().isAfter(own) ? price.from() : own;
    }

    private void apply(
            RunningPrice running, Adjustment adjustment, AgreedPrice price, LocalDate effective, LocalDate day) {
        PriceSetting formula = adjustment.formula();
        if (formula != null) {
            formula.from(effective, dossier.facts().indexValues())
                    .map(factor -> isInDoubt(adjustment, price, factor) ? STAYS : factor)
                    .ifPresentOrElse(
                            factor -> running.set(adjustment, effective, factor),
                            () -> running.leaveOpen(adjustment, effective, formula.missing(effective), null));
            return;
        }
        Optional<Change> change = change(running, adjustment, effective);
        if (change.isEmpty()) {
            return;
        }
        if (adjustment.notice() != null && change.get().percent().signum() > 0) {
            Optional<NoticeOfAdjustment> notice =
                    NoticeOfAdjustment.find(dossier.facts().events(), effective, adjustment.notice());
            if (notice.isEmpty()) {
                running.leaveOpen(
                        adjustment,
                        effective,
                        "a notice of the adjustment of " + effective,
                        change.get().percent());
                return;
            }
            if (!notice.get().inTime() && isLost(adjustment, notice.get(), day)) {
                return;
            }
        }
        running.raise(adjustment, effective, change.get());
    }

    /** A price that would fall, though it may be one of those that follow no index: nothing is claimed on that. */
    private static boolean isInDoubt(Adjustment adjustment, AgreedPrice price, PriceFormula.Factor factor) {
        return factor.value().compareTo(BigDecimal.ONE) < 0
                && (adjustment.formula() instanceof MovedPrice
                        || !(adjustment.scope().isBeside(price)
                                || adjustment.scope().names(price.words())
                                || adjustment.scope().names(price.description())
                                || adjustment.scope().isFormulaOver(price)));
    }

    private boolean isLost(Adjustment adjustment, NoticeOfAdjustment notice, LocalDate day) {
        return NoticeOfAdjustment.lapsesWhenLate(adjustment, clauses)
                || adjustment.notice() == null
                || adjustment
                        .notice()
                        .begins(notice.event().date())
                        .map(day::isBefore)
                        .orElse(true);
    }

    private Optional<Change> change(RunningPrice running, Adjustment adjustment, LocalDate effective) {
        if (adjustment.percent() != null) {
            return Optional.of(new Change(adjustment.bounded(adjustment.percent()), null, null));
        }
        String index = adjustment.index() == null ? "" : adjustment.index();
        Optional<IndexSeries> found = series.computeIfAbsent(
                index,
                name -> IndexSeries.find(
                        name, adjustment.words(), dossier.facts().indexValues()));
        Optional<ComparedMonths> months = ComparedMonths.of(adjustment.words(), effective)
                .or(() -> ComparedMonths.of(adjustment.clause(), effective));
        Optional<IndexValue> before = found.flatMap(values -> months.flatMap(pair -> values.find(pair.before())));
        Optional<IndexValue> after = found.flatMap(values -> months.flatMap(pair -> values.find(pair.after())));
        if (before.isEmpty() || after.isEmpty()) {
            running.leaveOpen(
                    adjustment,
                    effective,
                    months.map(pair -> "values of “" + index + "” for " + pair.before() + " and " + pair.after())
                            .orElse("the months of “" + index + "” that are compared"),
                    adjustment.cap());
            return Optional.empty();
        }
        BigDecimal percent =
                adjustment.allowed(before.get().value(), after.get().value());
        return Optional.of(new Change(percent, before.get(), after.get()));
    }
}
