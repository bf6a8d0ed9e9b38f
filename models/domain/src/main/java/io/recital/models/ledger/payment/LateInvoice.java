package io.recital.models.ledger.payment;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.StatedTime;
import io.recital.models.wording.SpelledNumber;
import io.recital.models.wording.StatedMoney;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An invoice that was paid, with the terms by which it is judged. */
record LateInvoice(Invoice invoice, PaymentTerm term, LeverTerm interest, PaymentTerms terms) {
    private static final Pattern NET = Pattern.compile(
            "\\b(?:net\\s+of|exclu\\w+|without|before)\\s+(?:\\w+\\s+){0,2}(?:VAT|tax|value\\s+added)",
            Pattern.CASE_INSENSITIVE);
    /** … in a sentence of its own. */
    private static final Pattern INTEREST_NET =
            Pattern.compile("\\binterest\\b[^.;]{0,80}?" + NET.pattern(), Pattern.CASE_INSENSITIVE);

    private static final Pattern DEMAND = Pattern.compile(
            "\\bfrom\\s+(?:the\\s+)?(?:(?:date|day|receipt|service)\\s+of\\s+)?(?:a\\s+|the\\s+|its\\s+)?(?:written\\s+|first\\s+)?(?:demand|reminder|request|notice|Mahnung)",
            Pattern.CASE_INSENSITIVE);
    private static final String DAYS =
            "(?:" + SpelledNumber.REGEX + ")\\s+(?:business\\s+|working\\s+|banking\\s+|calendar\\s+)?(?:days?|weeks?)";
    private static final List<Pattern> GRACE = Stream.of(
                    "\\bno\\s+(?:such\\s+)?interest\\b[^.]{0,80}?(?<within>\\bwithin\\b[^.]{0,60})",
                    "(?<within>\\bwithin\\b[^.]{0,60}?)\\b(?:is|are|shall\\s+be|will\\s+be)\\s+(?:treated|deemed|regarded|considered)\\s+(?:as\\s+|to\\s+be\\s+)?(?:paid\\s+)?(?:on\\s+time|in\\s+time|timely|punctual)",
                    "\\bnot\\s+(?:be\\s+)?(?:treated|deemed|regarded|considered)\\s+(?:as\\s+|to\\s+be\\s+)?late\\b[^.]{0,60}?(?<within>\\bwithin\\b[^.]{0,60})",
                    "\\b(?<within>(?:\\p{L}+\\s*\\(\\d+\\)|\\p{L}+|\\d+)\\s+(?:business\\s+|working\\s+|calendar\\s+)?days?)(?:['’])?\\s+(?:of\\s+)?grace\\b",
                    "\\bgrace\\s+period\\s+(?<within>of\\s+[^.]{0,40})",
                    "\\bnot\\s+(?:been\\s+)?(?:paid|received|made|settled)\\s+(?<within>within\\s+" + DAYS
                            + ")\\s+(?:after|of|from|following)\\s+(?:(?:the|its|their)\\s+)?(?:payment\\s+)?(?:due\\b|date\\s+on\\s+which\\s+(?:it|they)\\s+(?:is|was|fell|are|were)\\s+due)",
                    "\\b(?:more|later)\\s+than\\s+(?<within>" + DAYS
                            + ")\\s+(?:late\\b|overdue\\b|past\\s+due\\b|in\\s+arrears\\b|after\\s+(?:the|its|their)\\s+(?:payment\\s+)?due\\b)")
            .map(words -> Pattern.compile(words, Pattern.CASE_INSENSITIVE))
            .toList();

    private static final String LESS =
            "\\b(?:less\\s+than|below|under|not\\s+exceeding|not\\s+more\\s+than|up\\s+to)\\s+(?<sum>"
                    + StatedMoney.REGEX + ")";
    /** Interest that is too little to be asked for. */
    private static final List<Pattern> TOO_LITTLE = Stream.of(
                    "\\bno\\s+(?:such\\s+)?interest\\b[^.;]{0,60}?" + LESS,
                    "\\binterest\\b[^.;]{0,60}?" + LESS
                            + "[^.;]{0,60}?\\b(?:(?:is|are|shall|will)\\s+not\\s+(?:be\\s+)?(?:charged|payable|due|owed|invoiced|billed|claimed|collected)|waived|disregarded|left\\s+out)")
            .map(words -> Pattern.compile(words, Pattern.CASE_INSENSITIVE))
            .toList();

    LocalDate paidOn() {
        return invoice.findPaid().orElseThrow();
    }

    /** The due date; moved to the next business day only where the clause says so. */
    LocalDate dueOn() {
        return (terms.isRolled(term)
                        ? term.lastDayFor(invoice, terms.calendar())
                        : term.dueOn(invoice, terms.calendar()))
                .orElseThrow();
    }

    /** Whether interest runs only once payment was demanded. */
    boolean runsFromADemand() {
        return DEMAND.matcher("from " + interest.text(Name.FROM)).find()
                || DEMAND.matcher(interest.words()).find();
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
                        .flatMap(
                                said -> StatedTime.in(said.matcher()
                                                .group("within")
                                                .replaceFirst("^(?:of\\b)?\\s*(?!within)", "for "))
                                        .stream())
                        .findFirst());
    }

    NotCheckable notCheckable(String missing) {
        return new NotCheckable(
                LatePaymentCheck.NAME,
                "Interest on invoice " + invoice.number() + " cannot be computed",
                missing,
                rests());
    }

    List<Finding> rests() {
        return Stream.concat(interest.rests().stream(), term.term().rests().stream())
                .toList();
    }

    Optional<Outcome> entry(InterestRate stated, @Nullable IndexValue base) {
        boolean net = isNet();
        BigDecimal sum = net ? invoice.netDueOn(paidOn()) : invoice.dueOn(paidOn());
        long days = ChronoUnit.DAYS.between(dueOn(), paidOn());
        InterestRate rate = base == null ? stated : stated.above(base.value());
        Money amount = rate.on(sum.max(BigDecimal.ZERO), rate.parts(dueOn(), paidOn()), invoice.currency());
        if (!amount.isPositive() || isTooLittle(amount)) {
            return Optional.empty();
        }
        boolean owed = invoice.direction() == Direction.RECEIVED;
        List<String> rows = new ArrayList<>(invoice.rows());
        if (base != null) {
            rows.add(base.kind().label() + ":" + base.id());
        }
        return Optional.of(new LedgerEntry(
                LatePaymentCheck.NAME,
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

    /** Whether interest is on the sum without tax. */
    private boolean isNet() {
        return NET.matcher(interest.words()).find()
                || interest.findInItsClauses(INTEREST_NET).isPresent();
    }

    private boolean isTooLittle(Money amount) {
        return TOO_LITTLE.stream()
                .flatMap(words -> interest.inItsSection(words))
                .flatMap(said -> StatedMoney.of(
                        said.matcher().group("sum"), interest.member().dollar())
                        .stream())
                .anyMatch(least -> least.getCurrencyUnit().equals(amount.getCurrencyUnit())
                        && amount.toBigMoney().isLessThan(least));
    }

    private List<Derivation> workings(
            InterestRate rate, InterestRate stated, @Nullable IndexValue base, boolean net, long days, Money amount) {
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
                    List.of(interest.input("margin", stated.perYear().toPlainString() + " %"), BaseRates.input(base)),
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
        long parts = rate.parts(due, paidOn());
        String counted = rate.byMonths() ? " commenced months" : " days";
        steps.add(new Derivation(
                Operation.QUOTIENT,
                List.of(
                        new Derivation.Input(
                                "interest of a year times " + parts + counted,
                                year.multiply(BigDecimal.valueOf(parts))
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                null),
                        interest.input(
                                rate.byMonths() ? "months of a year" : "days of a year",
                                Integer.toString(rate.partsOfYear()))),
                amount.toString()));
        return steps;
    }
}
