package io.recital.models.ledger.payment;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.StatedTime;
import java.math.BigDecimal;
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
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Interest on invoices that were paid late: an exposure where the tenant paid late, not billed where it was paid late. */
public final class LatePaymentCheck implements Check {
    static final String NAME = "late-payment";

    private static final Pattern NET = Pattern.compile(
            "\\b(?:net\\s+of|exclu\\w+|without|before)\\s+(?:\\w+\\s+){0,2}(?:VAT|tax|value\\s+added)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INTEREST =
            Pattern.compile("\\binterest\\b|\\blate\\s+(?:payment\\s+)?(?:fee|charge)|zins", Pattern.CASE_INSENSITIVE);

    private static final List<Pattern> GRACE = Stream.of(
                    "\\bno\\s+(?:such\\s+)?interest\\b[^.]{0,80}?(?<within>\\bwithin\\b[^.]{0,60})",
                    "(?<within>\\bwithin\\b[^.]{0,60}?)\\b(?:is|are|shall\\s+be|will\\s+be)\\s+(?:treated|deemed|regarded|considered)\\s+(?:as\\s+|to\\s+be\\s+)?(?:paid\\s+)?(?:on\\s+time|in\\s+time|timely|punctual)",
                    "\\bnot\\s+(?:be\\s+)?(?:treated|deemed|regarded|considered)\\s+(?:as\\s+|to\\s+be\\s+)?late\\b[^.]{0,60}?(?<within>\\bwithin\\b[^.]{0,60})",
                    "\\b(?<within>(?:\\p{L}+\\s*\\(\\d+\\)|\\p{L}+|\\d+)\\s+(?:business\\s+|working\\s+|calendar\\s+)?days?)(?:['’])?\\s+(?:of\\s+)?grace\\b",
                    "\\bgrace\\s+period\\s+(?<within>of\\s+[^.]{0,40})")
            .map(words -> Pattern.compile(words, Pattern.CASE_INSENSITIVE))
            .toList();

    @Override
    public List<Outcome> run(Dossier dossier) {
        PaymentTerms terms = PaymentTerms.of(dossier);
        List<Outcome> outcomes = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        for (Invoice invoice : Invoice.of(dossier.facts())) {
            Optional<PaymentTerm> term = terms.find(invoice);
            Optional<LeverTerm> interest = terms.find(LeverType.LATE_PAYMENT_INTEREST, invoice, List.of(Name.RATE));
            if (term.isPresent() && interest.isPresent() && invoice.findPaid().isPresent()) {
                judge(new Late(invoice, term.get(), interest.get(), terms), dossier)
                        .filter(outcome -> !(outcome instanceof NotCheckable gap) || missing.add(gap.missing()))
                        .ifPresent(outcomes::add);
            }
        }
        return outcomes;
    }

    /** Invoices that were paid after their term and are in time all the same. */
    @Override
    public List<InOrder> listInOrder(Dossier dossier) {
        PaymentTerms terms = PaymentTerms.of(dossier);
        List<InOrder> all = new ArrayList<>();
        for (Invoice invoice : Invoice.of(dossier.facts())) {
            Optional<PaymentTerm> term = terms.find(invoice);
            Optional<LeverTerm> interest = terms.find(LeverType.LATE_PAYMENT_INTEREST, invoice, List.of(Name.RATE));
            if (term.isPresent() && interest.isPresent() && invoice.findPaid().isPresent()) {
                cleared(new Late(invoice, term.get(), interest.get(), terms)).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<InOrder> cleared(Late late) {
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

    private static Optional<Outcome> judge(Late late, Dossier dossier) {
        Optional<LocalDate> lastDay =
                late.term().lastDayFor(late.invoice(), late.terms().calendar());
        if (lastDay.isEmpty()) {
            return Optional.of(late.notCheckable(late.term().missing(late.invoice())));
        }
        boolean inTime = !late.paidOn().isAfter(late.graceEnd(lastDay.get()));
        if (inTime || isDisputed(late.invoice(), dossier) || isBilled(late.invoice(), dossier)) {
            return Optional.empty();
        }
        Optional<InterestRate> rate = InterestRate.of(late.interest());
        if (rate.isEmpty()) {
            return Optional.of(
                    late.notCheckable("for what time the rate of interest is, in a form that can be computed"));
        }
        if (!rate.get().aboveBase()) {
            return late.entry(rate.get(), null);
        }
        String index = late.interest().text(Name.INDEX);
        String named = index + " " + late.interest().words() + " " + meaning(index, dossier);
        Optional<IndexValue> base =
                BaseRates.named(named, dossier.facts().indexValues()).flatMap(rates -> rates.on(late.dueOn()));
        return base.isEmpty()
                ? Optional.of(
                        late.notCheckable("the value of “" + late.interest().text(Name.INDEX) + "” on " + late.dueOn()))
                : late.entry(rate.get(), base.get());
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
    private static boolean isDisputed(Invoice invoice, Dossier dossier) {
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

    /** An invoice that was paid, with the terms by which it is judged. */
    private record Late(Invoice invoice, PaymentTerm term, LeverTerm interest, PaymentTerms terms) {
        LocalDate paidOn() {
            return invoice.findPaid().orElseThrow();
        }

        /** The due date; moved to the next business day only where the clause says so. */
        LocalDate dueOn() {
            return (term.isRolled()
                            ? term.lastDayFor(invoice, terms.calendar())
                            : term.dueOn(invoice, terms.calendar()))
                    .orElseThrow();
        }

        LocalDate graceEnd(LocalDate lastDay) {
            return terms.grace(interest, term, this::grace)
                    .map(grace -> grace.after(dueOn(), terms.calendar()))
                    .filter(end -> end.isAfter(lastDay))
                    .orElse(lastDay);
        }

        /** The days of grace that the clause on interest grants, or else that on payment. */
        private Optional<TimeSpan> grace() {
            return interest.findSpan(Name.PERIOD)
                    .or(() -> Stream.concat(interest.inClause().stream(), term.term().inClause().stream())
                            .flatMap(finding -> GRACE.stream().flatMap(grace -> LeverTerm.said(finding, grace)))
                            .flatMap(said -> StatedTime.in(
                                    said.matcher().group("within").replaceFirst("^(?:of\\b)?\\s*(?!within)", "for "))
                                    .stream())
                            .findFirst());
        }

        NotCheckable notCheckable(String missing) {
            return new NotCheckable(
                    NAME, "Interest on invoice " + invoice.number() + " cannot be computed", missing, rests());
        }

        List<Finding> rests() {
            return Stream.concat(interest.rests().stream(), term.term().rests().stream())
                    .toList();
        }

        Optional<Outcome> entry(InterestRate stated, @Nullable IndexValue base) {
            boolean net = NET.matcher(interest.words()).find();
            BigDecimal sum = net ? invoice.netDueOn(paidOn()) : invoice.dueOn(paidOn());
            long days = ChronoUnit.DAYS.between(dueOn(), paidOn());
            InterestRate rate = base == null ? stated : stated.above(base.value());
            Money amount = rate.on(sum.max(BigDecimal.ZERO), days, invoice.currency());
            if (!amount.isPositive()) {
                return Optional.empty();
            }
            boolean owed = invoice.direction() == Direction.RECEIVED;
            List<String> rows = new ArrayList<>(invoice.rows());
            if (base != null) {
                rows.add(base.kind().label() + ":" + base.id());
            }
            return Optional.of(new LedgerEntry(
                    NAME,
                    owed ? LeakageClass.EXPOSURE : LeakageClass.UNDER_BILLING,
                    "Invoice " + invoice.number() + " was paid " + days + " days late: interest can be asked "
                            + (owed ? "of us" : "for and was not"),
                    new Period(dueOn(), paidOn()),
                    amount,
                    rests(),
                    rows,
                    workings(rate, stated, base, net, days, amount),
                    null,
                    0.95));
        }

        private List<Derivation> workings(
                InterestRate rate,
                InterestRate stated,
                @Nullable IndexValue base,
                boolean net,
                long days,
                Money amount) {
            List<Derivation> steps = new ArrayList<>();
            LocalDate start = term.startOf(invoice).orElseThrow();
            LocalDate due = dueOn();
            LocalDate end = term.dueOn(invoice, terms.calendar()).orElseThrow();
            steps.add(term.dueDate(invoice, start, end));
            if (!end.equals(due)) {
                steps.add(new Derivation(
                        Operation.GREATEST,
                        List.of(
                                new Derivation.Input("end of the term", end.toString(), null),
                                new Derivation.Input("next business day", due.toString(), null)),
                        due.toString()));
            }
            steps.add(new Derivation(
                    Operation.DAYS_BETWEEN,
                    List.of(
                            new Derivation.Input("due date", due.toString(), null),
                            invoice.input("day of payment", paidOn(), "paid_on")),
                    days + " days"));
            String perYear = rate.perYear().stripTrailingZeros().toPlainString() + " %";
            if (base != null) {
                steps.add(new Derivation(
                        Operation.SUM,
                        List.of(
                                interest.input("margin", stated.perYear().toPlainString() + " %"),
                                BaseRates.input(base)),
                        perYear));
            }
            BigDecimal sum = net ? invoice.netDueOn(paidOn()) : invoice.dueOn(paidOn());
            steps.add(invoice.sum(!net, paidOn()));
            BigDecimal year = sum.multiply(rate.perYear()).movePointLeft(2);
            steps.add(new Derivation(
                    Operation.PERCENT_OF,
                    List.of(
                            new Derivation.Input("rate of a year", perYear, null),
                            new Derivation.Input("sum paid late", sum.toPlainString(), null)),
                    year.stripTrailingZeros().toPlainString()));
            steps.add(new Derivation(
                    Operation.QUOTIENT,
                    List.of(
                            new Derivation.Input(
                                    "interest of a year times " + days + " days",
                                    year.multiply(BigDecimal.valueOf(days))
                                            .stripTrailingZeros()
                                            .toPlainString(),
                                    null),
                            interest.input("days of a year", Integer.toString(rate.yearDays()))),
                    amount.toString()));
            return steps;
        }
    }
}
