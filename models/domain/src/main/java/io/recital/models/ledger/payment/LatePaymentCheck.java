package io.recital.models.ledger.payment;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.Period;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.lever.LeverTerm;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Interest on invoices that were paid late: an exposure where the tenant paid late, not billed where it was paid late. */
public final class LatePaymentCheck implements Check {
    static final String NAME = "late-payment";

    private static final Pattern INTEREST =
            Pattern.compile("\\binterest\\b|\\blate\\s+(?:payment\\s+)?(?:fee|charge)|zins", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Outcome> run(Dossier dossier) {
        PaymentTerms terms = PaymentTerms.of(dossier);
        List<Outcome> outcomes = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        for (Invoice invoice : Invoice.of(dossier)) {
            List<Outcome> costs = new ArrayList<>();
            paid(invoice, terms, terms.findInterest(invoice))
                    .flatMap(late -> judge(late, dossier))
                    .ifPresent(costs::add);
            paid(invoice, terms, terms.findFee(invoice))
                    .flatMap(late -> new LateFeeDue(late, dossier).outcome())
                    .ifPresent(costs::add);
            LateFeeDue.together(costs).stream()
                    .filter(outcome -> !(outcome instanceof NotCheckable gap) || missing.add(gap.missing()))
                    .forEach(outcomes::add);
        }
        outcomes.addAll(LateCharges.of(dossier));
        return outcomes;
    }

    /** An invoice that was paid and of which one clause says when it is due and another what late payment costs. */
    private static Optional<LateInvoice> paid(Invoice invoice, PaymentTerms terms, Optional<LeverTerm> cost) {
        return invoice.findPaid().isEmpty()
                ? Optional.empty()
                : cost.flatMap(found -> terms.find(invoice).map(term -> new LateInvoice(invoice, term, found, terms)));
    }

    /** Invoices that were paid after their term and are in time all the same. */
    @Override
    public List<InOrder> listInOrder(Dossier dossier) {
        PaymentTerms terms = PaymentTerms.of(dossier);
        return Invoice.of(dossier).stream()
                .flatMap(invoice ->
                        paid(invoice, terms, terms.findInterest(invoice).or(() -> terms.findFee(invoice))).stream())
                .flatMap(late -> cleared(late).stream())
                .toList();
    }

    private static Optional<InOrder> cleared(LateInvoice late) {
        Optional<LocalDate> end = late.term().dueOn(late.invoice(), late.terms().calendar());
        Optional<LocalDate> last =
                late.term().lastDayFor(late.invoice(), late.terms().calendar());
        LocalDate known = late.invoice().first().dueOn();
        boolean looksLate = end.isPresent()
                && (late.paidOn().isAfter(end.get())
                        || (known != null && late.paidOn().isAfter(known)));
        if (!looksLate || last.isEmpty() || late.paidOn().isAfter(late.graceEnd(last.get()))) {
            return Optional.empty();
        }
        LocalDate due = end.orElseThrow();
        String because = !late.paidOn().isAfter(due)
                ? "the due date that the system has is not that of the contract"
                : !late.paidOn().isAfter(last.get())
                        ? "its term ended on no business day, and payment on the next is in time"
                        : "it was paid within the days of grace";
        return Optional.of(new InOrder(
                NAME,
                "Invoice " + late.invoice().number() + ", due on " + due + " and paid on " + late.paidOn()
                        + ", bears no interest",
                new Period(
                        due.isBefore(late.paidOn()) ? due : late.paidOn(),
                        due.isBefore(late.paidOn()) ? late.paidOn() : due),
                because,
                Stream.concat(late.term().rests().stream(), late.interest().rests().stream())
                        .distinct()
                        .toList(),
                late.invoice().rows(),
                List.of(
                        late.term()
                                .dueDate(
                                        late.invoice(),
                                        late.term().startOf(late.invoice()).orElseThrow(),
                                        due),
                        new Derivation(
                                Operation.DAYS_BETWEEN,
                                List.of(
                                        new Derivation.Input("end of the term", due.toString(), null),
                                        late.invoice().input("day of payment", late.paidOn(), "paid_on")),
                                ChronoUnit.DAYS.between(due, late.paidOn()) + " days"))));
    }

    static Optional<Outcome> judge(LateInvoice late, Dossier dossier) {
        Optional<LocalDate> lastDay =
                late.term().lastDayFor(late.invoice(), late.terms().calendar());
        if (lastDay.isEmpty()) {
            return Optional.of(late.notCheckable(late.term().missing(late.invoice())));
        }
        boolean inTime = !late.paidOn().isAfter(late.graceEnd(lastDay.get()));
        if (inTime || isDisputed(late.invoice(), dossier) || isBilled(late.invoice(), dossier)) {
            return Optional.empty();
        }
        return interest(late, dossier);
    }

    /** The interest on an invoice that was paid late. */
    static Optional<Outcome> interest(LateInvoice late, Dossier dossier) {
        if (late.runsFromADemand()) {
            return Optional.of(late.notCheckable("the day on which payment was demanded, from which interest runs"));
        }
        Optional<InterestRate> rate = InterestRate.of(late.interest());
        if (rate.isEmpty()) {
            boolean stated = late.interest().findPercent(Name.RATE).isPresent();
            return Optional.of(late.notCheckable(
                    stated
                            ? "for what time the rate of interest is, in a form that can be computed"
                            : "the rate of interest, which the contract does not state"));
        }
        return rate.get().aboveBase() ? aboveBase(late, rate.get(), dossier) : late.entry(rate.get(), null);
    }

    private static Optional<Outcome> aboveBase(LateInvoice late, InterestRate rate, Dossier dossier) {
        String index = late.interest().text(Name.INDEX);
        Optional<BaseRates> rates = BaseRates.named(
                index + " " + late.interest().words() + " " + meaning(index, dossier),
                law(dossier),
                dossier.facts().indexValues());
        LocalDate day = InterestRate.baseDay(late.interest().words(), late.dueOn());
        Optional<IndexValue> base = rates.flatMap(known -> known.on(day));
        return base.isEmpty()
                ? Optional.of(late.notCheckable("the value of “" + index + "” on " + day))
                : late.entry(rate, base.get());
    }

    private static String law(Dossier dossier) {
        return dossier.family().members().stream()
                .flatMap(member -> member.findings().stream())
                .filter(finding ->
                        finding.content() instanceof ContractFact fact && fact.fact() == FactType.GOVERNING_LAW)
                .map(finding -> ((ContractFact) finding.content()).value().display())
                .findFirst()
                .orElse("");
    }

    /** What the contracts say that the name of a rate means. */
    private static String meaning(String index, Dossier dossier) {
        return dossier.family().members().stream()
                .flatMap(member -> member.findDefinition(index).stream())
                .map(definition -> definition.meaning())
                .findFirst()
                .orElse("");
    }

    /** Whether an event says that the invoice is disputed: no interest is certain then. */
    static boolean isDisputed(Invoice invoice, Dossier dossier) {
        return dossier.facts().events().stream()
                .anyMatch(event -> event.event().toLowerCase(Locale.ROOT).contains("disput")
                        && (event.reference().equals(invoice.number())
                                || event.subject().contains(invoice.number())));
    }

    /** Whether interest on it was asked for already. */
    private static boolean isBilled(Invoice invoice, Dossier dossier) {
        return dossier.reading(InterestAskedFor.class, InterestAskedFor::of).texts().stream()
                .anyMatch(text -> text.contains(invoice.number()));
    }

    /** Invoice lines and claims that are about interest: few of very many. */
    private record InterestAskedFor(List<String> texts) {
        static InterestAskedFor of(Dossier dossier) {
            return new InterestAskedFor(Stream.concat(
                            dossier.facts().invoiceLines().stream().map(line -> line.description()),
                            dossier.facts().claims().stream().map(claim -> claim.subject()))
                    .filter(text -> INTEREST.matcher(text).find())
                    .toList());
        }
    }
}
