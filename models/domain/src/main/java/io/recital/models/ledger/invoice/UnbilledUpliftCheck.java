package io.recital.models.ledger.invoice;

import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.BigMoney;

/** Where the tenant sells: lines still invoiced at a price that an amendment or an agreed increase had replaced. */
public final class UnbilledUpliftCheck implements Check {
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
                                .add(new PriceDifference(line, price).claim()));
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        matters.forEach((matter, lines) -> {
            Optional<LaterInvoicing> clause =
                    LaterInvoicing.find(rules.book(), lines.get(0).line(), dossier.asOf());
            String title =
                    matter.item() + " is still invoiced at " + matter.charged() + ", agreed is " + matter.agreed();
            claims.entry(
                            "uplift",
                            LeakageClass.UNDER_BILLING,
                            Part.CONSEQUENCE,
                            title,
                            lines,
                            clause.map(LaterInvoicing::finding).stream().toList(),
                            clause.flatMap(found -> found.lastDay(lines)).orElse(null))
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
                || (price.agreed().byQuantity().isByPart()
                        && price.agreed().byQuantity().isBeyondTheFirstBand(line.quantity()))
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
        return (own || fullTurn) && !adjustment.isRight() && adjustment.scope().surelyChanges(agreed);
    }
}
