package io.recital.models.ledger.delivery;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.fact.Purchase;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.lever.ClaimTime;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.LeverTerm.Said;
import io.recital.models.ledger.lever.Levers;
import io.recital.models.ledger.lever.StatedTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Damages for deliveries of goods that came after the promised day and that nobody claimed: so much for each day or week of
 * the delay, of the price of what came late, as far as the clause goes.
 */
public final class LateDeliveryCheck implements Check {
    private static final String NAME = "liquidated-damages";
    private static final double CONFIDENCE = 0.85;
    private static final Pattern EXCUSE = Pattern.compile(
            "force[- ]majeure|excus|relief|waive|postpon|reschedul|höhere gewalt|at (?:the )?(?:buyer|customer)'?s? request|hindranc|hinder|\\bstrike|lock-?out|\\bflood|\\bstorm|natural event|\\bextension|extended|prevent(?:ed|s)|date[- ]?(?:is |was )?changed|changed[- ]date|later date|new date|asks? for delivery on|asked (?:for|us)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Outcome> run(Dossier dossier) {
        Levers levers = new Levers(dossier.family());
        BusinessCalendar calendar = levers.calendar();
        List<Outcome> outcomes = new ArrayList<>();
        for (Purchase purchase : dossier.facts().purchases()) {
            LocalDate promised = purchase.promisedOn();
            LocalDate delivered = purchase.deliveredOn();
            if (promised == null || delivered == null || !delivered.isAfter(promised)) {
                continue;
            }
            Set<String> references = new LinkedHashSet<>(List.of(purchase.order(), purchase.contract()));
            references.remove("");
            List<LeverTerm> terms = levers.prevailing(
                    LeverType.LIQUIDATED_DAMAGES,
                    promised,
                    references,
                    term -> LateDeliveryTerm.of(term).isPresent());
            LateDelivery all = LateDelivery.of(
                    purchase, promised, delivered, dossier.facts().invoiceLines());
            LateDelivery late = all.heldUp(HeldUp.of(dossier, all));
            if (terms.size() == 1) {
                new Case(dossier, late, LateDeliveryTerm.of(terms.get(0)).orElseThrow(), calendar)
                        .judge()
                        .ifPresent(outcomes::add);
            } else if (terms.size() > 1) {
                outcomes.add(
                        missing(late, terms.get(0).finding(), "which of several clauses on late delivery governs it"));
            }
        }
        return outcomes;
    }

    private static NotCheckable missing(LateDelivery late, Finding finding, String what) {
        return new NotCheckable(NAME, "Damages for the late delivery of " + late.name(), what, List.of(finding));
    }

    /** One delivery held against its clause. */
    private record Case(Dossier dossier, LateDelivery late, LateDeliveryTerm term, BusinessCalendar calendar) {
        Optional<Outcome> judge() {
            List<Derivation> workings = new ArrayList<>();
            if (!late.promised().plusDays(late.held().days()).isBefore(late.delivered())) {
                return Optional.empty();
            }
            long periods = late.periods(term, calendar, workings);
            if (periods == 0 && !term.isFreeForUnknownTime()) {
                return Optional.empty();
            }
            if (term.isFreeForUnknownTime()) {
                return Optional.of(missing("how many days of a delay cost nothing"));
            }
            if (isExcused()) {
                return Optional.of(missing("whether the delay is the other side's to answer for"));
            }
            if (late.lines().isEmpty()) {
                return Optional.of(missing("the invoice line for what came late"));
            }
            return money(periods, workings).flatMap(due -> open(due, workings));
        }

        private NotCheckable missing(String what) {
            return LateDeliveryCheck.missing(late, term.term().finding(), what);
        }

        /** Whether an event names the delivery and an excuse, or an event beyond control fell into the delay. */
        private boolean isExcused() {
            return dossier.facts().events().stream().anyMatch(event -> excuses(event));
        }

        private boolean excuses(ContractEvent event) {
            String words = event.event() + " " + event.subject() + " " + event.note();
            String order = late.purchase().order();
            boolean named = !order.isBlank()
                    && (words.contains(order) || event.reference().equals(order));
            boolean within = !event.date().isBefore(late.promised().minusDays(14))
                    && !event.date().isAfter(late.delivered());
            return EXCUSE.matcher(words).find() && (named || (within && !namesAnother(words)));
        }

        /** Whether words name the product or the order of another delivery, and not of this one. */
        private boolean namesAnother(String words) {
            Purchase own = late.purchase();
            return (own.product().isBlank() || !words.contains(own.product()))
                    && dossier.facts().purchases().stream()
                            .flatMap(other -> Stream.of(other.product(), other.order()))
                            .filter(name ->
                                    name.length() > 2 && !name.equals(own.product()) && !name.equals(own.order()))
                            .anyMatch(words::contains);
        }

        private Optional<Money> money(long periods, List<Derivation> workings) {
            BigDecimal number = BigDecimal.valueOf(periods);
            Input times = new Input("days or weeks that count", number.toPlainString(), null);
            CurrencyUnit currency = late.lines().get(0).currency();
            if (term.rate() instanceof TypedValue.Percent percent) {
                BigDecimal share = percent.value().multiply(number);
                workings.add(new Derivation(
                        Operation.PRODUCT,
                        List.of(term.term().input("rate", percent.display()), times),
                        share.toPlainString() + " %"));
                BigDecimal least = term.mostPercent().map(share::min).orElse(share);
                if (least.compareTo(share) < 0) {
                    workings.add(least(share.toPlainString() + " %", least.toPlainString() + " %"));
                }
                Money sum = Money.of(currency, late.price().multiply(least).movePointLeft(2), RoundingMode.HALF_UP);
                late.priceOfSeveral().ifPresent(workings::add);
                workings.add(new Derivation(
                        Operation.PERCENT_OF,
                        List.of(new Input("damages", least.toPlainString() + " %", null), late.priceInput()),
                        sum.toString()));
                return limited(sum, workings);
            }
            TypedValue.Amount each = (TypedValue.Amount) term.rate();
            if (!each.value().getCurrencyUnit().equals(currency)) {
                return Optional.empty();
            }
            Money sum = Money.of(currency, each.value().getAmount().multiply(number), RoundingMode.HALF_UP);
            workings.add(new Derivation(
                    Operation.PRODUCT, List.of(term.term().input("rate", each.display()), times), sum.toString()));
            Money most = term.mostPercent()
                    .map(percent ->
                            Money.of(currency, late.price().multiply(percent).movePointLeft(2), RoundingMode.HALF_UP))
                    .filter(sum::isGreaterThan)
                    .orElse(sum);
            if (most.isLessThan(sum)) {
                workings.add(least(sum.toString(), most.toString()));
            }
            return limited(most, workings);
        }

        private Optional<Money> limited(Money sum, List<Derivation> workings) {
            Optional<Money> most = term.mostAmount()
                    .filter(amount -> amount.value().getCurrencyUnit().equals(sum.getCurrencyUnit()))
                    .map(amount -> amount.value().toMoney(RoundingMode.HALF_UP))
                    .filter(sum::isGreaterThan);
            most.ifPresent(limit -> workings.add(least(sum.toString(), limit.toString())));
            return Optional.of(most.orElse(sum));
        }

        private Derivation least(String damages, String most) {
            return new Derivation(
                    Operation.LEAST,
                    List.of(new Input("damages", damages, null), term.term().input("most", most)),
                    most);
        }

        private Optional<Outcome> open(Money due, List<Derivation> workings) {
            DelaySettlement settled = DelaySettlement.of(dossier.facts(), late, due.getCurrencyUnit());
            if (settled.rejected() && settled.settled().signum() == 0) {
                return Optional.of(missing("the ground on which the claim for it was rejected"));
            }
            BigDecimal owed = dossier.isOfASeller()
                    ? settled.claimed().min(due.getAmount()).subtract(settled.given())
                    : due.getAmount().subtract(settled.settled());
            if (owed.signum() <= 0) {
                return Optional.empty();
            }
            Optional<Said> claim = term.claimWords();
            @Nullable LocalDate last = claim.flatMap(this::lastDay).orElse(null);
            Money amount = Money.of(due.getCurrencyUnit(), owed);
            if (!amount.isEqual(due)) {
                workings.add(new Derivation(
                        Operation.DIFFERENCE,
                        List.of(
                                new Input("damages", due.toString(), null),
                                new Input("claimed or given", due.minus(amount).toString(), null)),
                        amount.toString()));
            }
            return Optional.of(entry(amount, claim, last, workings));
        }

        private LedgerEntry entry(
                Money amount, Optional<Said> claim, @Nullable LocalDate last, List<Derivation> workings) {
            Set<Finding> rests = new LinkedHashSet<>(term.term().rests());
            claim.ifPresent(said -> rests.add(said.finding()));
            boolean sold = dossier.isOfASeller();
            return new LedgerEntry(
                    NAME,
                    sold ? LeakageClass.EXPOSURE : LeakageClass.UNCLAIMED_ENTITLEMENT,
                    "The delivery of " + late.name() + " came "
                            + ChronoUnit.DAYS.between(late.promised(), late.delivered())
                            + " days late, and its damages "
                            + (sold ? "were claimed and not given" : "have not been claimed"),
                    new Period(late.promised(), late.delivered()),
                    amount,
                    List.copyOf(rests),
                    late.rows(),
                    workings,
                    sold ? null : last,
                    CONFIDENCE);
        }

        /** The last day to claim, from the day that the words name, or else from delivery. */
        private Optional<LocalDate> lastDay(Said claim) {
            String quote = claim.citation().quote();
            return ClaimTime.in(quote)
                    .map(time -> time.lastDay(this::happened, calendar))
                    .orElseGet(() -> StatedTime.in(quote).map(span -> span.after(late.delivered(), calendar)));
        }

        private Optional<LocalDate> happened(ClaimTime.From event) {
            InvoiceLine line = late.lines().get(0);
            return switch (event) {
                case DUE_DATE -> Optional.of(late.promised());
                case INVOICE -> Optional.of(line.invoiceDate());
                case RECEIPT -> Optional.of(Objects.requireNonNullElse(line.receivedOn(), line.invoiceDate()));
                case PAYMENT -> Optional.ofNullable(line.paidOn());
                case PERIOD_END -> Optional.of(YearMonth.from(late.delivered()).atEndOfMonth());
                default -> Optional.of(late.delivered());
            };
        }
    }
}
