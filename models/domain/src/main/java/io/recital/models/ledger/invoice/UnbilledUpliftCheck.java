package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.BigMoney;

/** Where the tenant sells: lines still invoiced at a price that an amendment or an agreed increase had replaced. */
public final class UnbilledUpliftCheck implements Check {
    private static final Pattern LATER =
            Pattern.compile("(?i)invoic[^.]*(?:omitted|not (?:yet |been )*invoiced|undercharged|subsequently)");
    private static final Pattern QUARTER = Pattern.compile("(?i)end of (?:the|each|such) (?:calendar )?quarter");
    private static final Pattern YEAR = Pattern.compile("(?i)end of (?:the|each|such) calendar year");
    private static final Pattern MONTH = Pattern.compile("(?i)end of (?:the|each|such) (?:calendar )?month");

    private record Matter(String item, BigMoney charged, BigMoney agreed) {}

    @Override
    public List<Outcome> run(Dossier dossier) {
        if (!dossier.isOfASeller()) {
            return List.of();
        }
        PriceRules rules = PriceRules.of(dossier);
        OverpaymentClaims claims = OverpaymentClaims.of(dossier);
        Map<Matter, List<Overcharge>> matters = new LinkedHashMap<>();
        for (InvoiceLine line : dossier.facts().invoiceLines()) {
            if (line.direction() == Direction.ISSUED && line.quantity().signum() > 0) {
                rules.find(line)
                        .filter(price -> isUplifted(dossier, rules, line, price))
                        .ifPresent(price -> matters.computeIfAbsent(matter(line, price), key -> new ArrayList<>())
                                .add(shortfall(line, price)));
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        matters.forEach((matter, lines) -> {
            Optional<Finding> clause = later(rules.book(), lines.get(0).line(), dossier.asOf());
            String title =
                    matter.item() + " is still invoiced at " + matter.charged() + ", agreed is " + matter.agreed();
            claims.entry(
                            "uplift",
                            LeakageClass.UNDER_BILLING,
                            Part.CONSEQUENCE,
                            title,
                            lines,
                            clause.stream().toList(),
                            clause.flatMap(finding -> lastDay(finding, lines)).orElse(null))
                    .ifPresent(outcomes::add);
        });
        return outcomes;
    }

    private static Matter matter(InvoiceLine line, AllowedPrice price) {
        return new Matter(price.agreed().name(), BigMoney.of(line.currency(), line.unitPrice()), price.price());
    }

    /** Whether the price charged is the one that was right before, and no longer is. */
    private static boolean isUplifted(Dossier dossier, PriceRules rules, InvoiceLine line, AllowedPrice price) {
        BigMoney charged = BigMoney.of(line.currency(), line.unitPrice());
        if (!charged.isLessThan(price.price())
                || Units.conflict(line.unit(), price.agreed().unit())
                || price.missing() != null
                || price.steps().stream().anyMatch(step -> !isSure(rules, step, price.agreed()))) {
            return false;
        }
        Stream<LocalDate> starts = Stream.concat(
                price.agreed().source().member().findEffective().stream(),
                Stream.concat(
                        Stream.ofNullable(price.agreed().from()),
                        price.steps().stream().map(AllowedPrice.Step::effective)));
        return starts.map(day -> day.minusDays(1))
                .map(day -> rules.find(line, day, dossier.asOf()))
                .flatMap(Optional::stream)
                .anyMatch(before -> before.price().isEqual(charged));
    }

    /** Whether the step is beyond doubt: of the price's own document, or a full turn after a later one set the price anew. */
    private static boolean isSure(PriceRules rules, AllowedPrice.Step step, AgreedPrice agreed) {
        Adjustment adjustment = step.adjustment();
        boolean own = adjustment.source().member().equals(agreed.source().member());
        Period every = adjustment.every();
        LocalDate start = rules.start(agreed);
        boolean fullTurn = every != null
                && !start.equals(LocalDate.MIN)
                && !step.effective().isBefore(start.plus(every));
        return (own || fullTurn) && !adjustment.isRight() && adjustment.surelyChanges(agreed);
    }

    private static Overcharge shortfall(InvoiceLine line, AllowedPrice price) {
        BigDecimal due = line.quantity()
                .multiply(price.price().getAmount())
                .setScale(line.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
        BigDecimal shortfall = due.subtract(line.net());
        Workings workings = new Workings(line.currency());
        Input agreed = workings.price(price);
        workings.step(
                Operation.PRODUCT,
                workings.money(due),
                Workings.cell("quantity", line, "quantity", line.quantity()),
                agreed);
        workings.step(
                Operation.DIFFERENCE,
                workings.money(shortfall),
                Workings.earlier("agreed", workings.money(due)),
                Workings.cell("invoiced", line, "net", line.net()));
        return new Overcharge(line, shortfall, price.rests(), price.indexRows(), workings.steps(), price.confidence());
    }

    /** The clause that says until when omitted sums can be invoiced. */
    private static Optional<Finding> later(PriceBook book, InvoiceLine line, LocalDate known) {
        return book.list(Obligation.class, line, line.priceDay(), known).stream()
                .filter(duty -> LATER.matcher(duty.content().action()).find()
                        && duty.content().deadline() instanceof Deadline.After)
                .map(duty -> duty.finding())
                .findFirst();
    }

    private static Optional<LocalDate> lastDay(Finding clause, List<Overcharge> lines) {
        Deadline deadline = ((Obligation) clause.content()).deadline();
        return deadline instanceof Deadline.After after
                ? lines.stream()
                        .flatMap(line -> anchor(after.event(), line.line().priceDay()).stream())
                        .map(after::dueWhen)
                        .min(LocalDate::compareTo)
                : Optional.empty();
    }

    private static Optional<LocalDate> anchor(String event, LocalDate service) {
        if (QUARTER.matcher(event).find()) {
            Month last = service.getMonth().firstMonthOfQuarter().plus(2);
            return Optional.of(service.withDayOfMonth(1)
                    .withMonth(last.getValue())
                    .plusMonths(1)
                    .minusDays(1));
        }
        if (YEAR.matcher(event).find()) {
            return Optional.of(LocalDate.of(service.getYear(), Month.DECEMBER, 31));
        }
        return MONTH.matcher(event).find()
                ? Optional.of(service.withDayOfMonth(service.lengthOfMonth()))
                : Optional.empty();
    }
}
