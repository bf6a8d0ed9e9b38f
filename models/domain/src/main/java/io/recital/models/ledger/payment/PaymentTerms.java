package io.recital.models.ledger.payment;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The payment terms of a dossier: which of them governs an invoice, and by which calendar. */
public final class PaymentTerms {
    private final Levers levers;
    private final BusinessCalendar calendar;
    private final OwnPaymentTimes own;
    private final Map<List<UUID>, Optional<TimeSpan>> graces = new HashMap<>();
    private final Map<Asked, Prevailing> terms = new HashMap<>();
    private final IdentityHashMap<Invoice, Optional<PaymentTerm>> ofInvoices = new IdentityHashMap<>();
    private final IdentityHashMap<Invoice, Optional<EarlyPaymentDiscount>> discountsOn = new IdentityHashMap<>();
    private final Map<Asked, Optional<LeverTerm>> others = new HashMap<>();

    private final Map<UUID, Optional<EarlyPaymentDiscount>> discounts = new HashMap<>();
    private final Map<UUID, Boolean> rolled = new HashMap<>();
    private final Map<UUID, List<Collection<String>>> leftOut = new HashMap<>();

    /** What decides which lever governs: a year of invoices asks for few. */
    private record Asked(
            LeverType type, LocalDate day, List<String> references, List<Name> parameters, LateCost cost) {}

    /** Which of what late payment costs is asked for: a contract may state interest, and a sum beside it. */
    private enum LateCost {
        ANY,
        INTEREST,
        FEE;

        private boolean isStated(LeverTerm term) {
            return switch (this) {
                case ANY -> true;
                case FEE -> LateFee.isStated(term);
                case INTEREST ->
                    !LateFee.isStated(term) || term.lever().find(Name.INDEX).isPresent();
            };
        }
    }

    /** The terms of payment that prevail, one of each sort, and what each of several is for. */
    private record Prevailing(List<PaymentTerm> terms, TermSubjects subjects) {
        Prevailing(List<PaymentTerm> terms) {
            this(terms, TermSubjects.of(terms.size() == 1 ? List.of() : terms));
        }
    }

    /** Those of a dossier, which several checks ask for. */
    public static PaymentTerms of(Dossier dossier) {
        return dossier.reading(PaymentTerms.class, PaymentTerms::new);
    }

    private PaymentTerms(Dossier dossier) {
        this.levers = new Levers(dossier.family());
        this.calendar = levers.calendar();
        this.own = OwnPaymentTimes.of(dossier.family());
    }

    public BusinessCalendar calendar() {
        return calendar;
    }

    /** The grace that a clause on interest and one on payment grant together: read once, and asked for by each invoice. */
    Optional<TimeSpan> grace(LeverTerm interest, PaymentTerm payment, Supplier<Optional<TimeSpan>> reader) {
        return graces.computeIfAbsent(
                List.of(interest.finding().id(), payment.term().finding().id()), key -> reader.get());
    }

    /** Whether the clause of a term moves a due date to the next business day: read once. */
    boolean isRolled(PaymentTerm term) {
        return rolled.computeIfAbsent(term.term().finding().id(), key -> term.isRolled());
    }

    Levers levers() {
        return levers;
    }

    /** The term that governs an invoice: in force when its clock starts, one only or the one that names what it charges, and of a certain length; none for sums with a time of their own. */
    public Optional<PaymentTerm> find(Invoice invoice) {
        return ofInvoices.computeIfAbsent(invoice, this::governing);
    }

    private Optional<PaymentTerm> governing(Invoice invoice) {
        if (own.include(invoice)) {
            return Optional.empty();
        }
        Prevailing prevailing = terms.computeIfAbsent(
                asked(LeverType.PAYMENT_TERM, invoice, List.of(), LateCost.ANY), asked -> new Prevailing(terms(asked)));
        if (prevailing.terms.size() != 1) {
            return prevailing.subjects.find(invoice);
        }
        return Optional.of(prevailing.terms.get(0)).filter(term -> !isLeftOut(term, invoice));
    }

    /** Whether the clause of a term leaves out just what an invoice is for; what it leaves out is read once. */
    private boolean isLeftOut(PaymentTerm term, Invoice invoice) {
        return leftOut.computeIfAbsent(term.term().finding().id(), key -> TermSubjects.leftOut(term)).stream()
                .anyMatch(what -> TermSubjects.isFor(invoice, what));
    }

    private static Asked asked(LeverType type, Invoice invoice, List<Name> parameters, LateCost cost) {
        LocalDate day = invoice.findReceived().orElse(invoice.date());
        return new Asked(type, day, List.copyOf(invoice.references()), parameters, cost);
    }

    /** Those that prevail, one of each sort; none where the length of one is not certain. */
    private List<PaymentTerm> terms(Asked asked) {
        List<LeverTerm> prevailing =
                fullest(levers.prevailing(asked.type(), asked.day(), asked.references(), PaymentTerm::isTimed));
        List<PaymentTerm> all = prevailing.stream()
                .flatMap(term -> PaymentTerm.of(term).stream())
                .toList();
        if (all.size() < prevailing.size()) {
            return List.of();
        }
        return all.stream().allMatch(term -> term.isAs(all.get(0)))
                ? all.stream().limit(1).toList()
                : all;
    }

    /** Without those that only say less of the same: {@code 2% 10 days, net 30}, and then the same in whole sentences. */
    private static List<LeverTerm> fullest(List<LeverTerm> terms) {
        return terms.stream()
                .filter(term -> terms.stream()
                        .noneMatch(other -> other.lever().parameters().size()
                                        > term.lever().parameters().size()
                                && other.member().equals(term.member())
                                && other.lever()
                                        .parameters()
                                        .containsAll(term.lever().parameters())))
                .toList();
    }

    /** The lever of a sort that governs an invoice, where one does and it has the parameters asked for. */
    Optional<LeverTerm> find(LeverType type, Invoice invoice, List<Name> parameters) {
        return others.computeIfAbsent(asked(type, invoice, parameters, LateCost.ANY), this::other);
    }

    /** The interest that late payment of an invoice bears: by the lever that states a rate, or else by one that does not. */
    Optional<LeverTerm> findInterest(Invoice invoice) {
        LeverType type = LeverType.LATE_PAYMENT_INTEREST;
        return others.computeIfAbsent(asked(type, invoice, List.of(Name.RATE), LateCost.INTEREST), this::other)
                .or(() -> others.computeIfAbsent(asked(type, invoice, List.of(), LateCost.INTEREST), this::other));
    }

    /** The sum that late payment of an invoice costs, instead of interest or beside it. */
    Optional<LeverTerm> findFee(Invoice invoice) {
        return others.computeIfAbsent(
                asked(LeverType.LATE_PAYMENT_INTEREST, invoice, List.of(Name.RATE), LateCost.FEE), this::other);
    }

    private Optional<LeverTerm> other(Asked asked) {
        List<LeverTerm> prevailing = fullest(levers.prevailing(
                asked.type(),
                asked.day(),
                asked.references(),
                term -> asked.cost().isStated(term)
                        && asked.parameters().stream()
                                .allMatch(name -> term.lever().find(name).isPresent())));
        boolean sure = !prevailing.isEmpty()
                && prevailing.stream()
                        .allMatch(term -> term.lever().equals(prevailing.get(0).lever()));
        return sure && !isOfOtherTerms(prevailing.get(0), asked) ? Optional.of(prevailing.get(0)) : Optional.empty();
    }

    /** The discount for early payment that governs an invoice. */
    Optional<EarlyPaymentDiscount> findDiscount(Invoice invoice) {
        return discountsOn.computeIfAbsent(invoice, this::discount);
    }

    private Optional<EarlyPaymentDiscount> discount(Invoice invoice) {
        return find(LeverType.EARLY_PAYMENT_DISCOUNT, invoice, List.of(Name.RATE, Name.PERIOD))
                .flatMap(term -> discounts.computeIfAbsent(term.finding().id(), key -> EarlyPaymentDiscount.of(term)))
                .filter(discount -> !discount.lines(invoice).isEmpty());
    }

    /** Whether it belongs to payment terms in whose place an order has put its own. */
    private boolean isOfOtherTerms(LeverTerm term, Asked asked) {
        return term.lever().lever() == LeverType.EARLY_PAYMENT_DISCOUNT
                && levers.prevailing(LeverType.PAYMENT_TERM, asked.day(), asked.references(), any -> true).stream()
                        .anyMatch(own -> own.member().isOrder() && !own.member().equals(term.member()));
    }
}
