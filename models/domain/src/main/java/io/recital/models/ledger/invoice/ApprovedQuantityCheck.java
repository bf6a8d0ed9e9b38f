package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.invoice.ApprovedQuantities.Chargeable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Days and hours charged against those approved, where the contract lets only approved ones be charged. */
public final class ApprovedQuantityCheck implements Check {
    private static final ItemWords TIMES = ItemWords.of("day hour days hours tag tage stunde stunden");

    private record Matter(String item, Period period) {}

    @Override
    public List<Outcome> run(Dossier dossier) {
        if (dossier.isOfASeller()) {
            return List.of();
        }
        PriceRules rules = PriceRules.of(dossier);
        OverpaymentClaims claims = OverpaymentClaims.of(dossier);
        ApprovedQuantities approvals = ApprovedQuantities.of(dossier);
        List<Outcome> outcomes = new ArrayList<>();
        byItem(dossier, rules).forEach((matter, lines) -> outcomes.addAll(look(lines, rules, approvals, claims)));
        return outcomes.stream().distinct().toList();
    }

    private static Map<Matter, List<InvoiceLine>> byItem(Dossier dossier, PriceRules rules) {
        Map<Matter, List<InvoiceLine>> matters = new LinkedHashMap<>();
        RepeatedLines repeated = RepeatedLines.of(dossier);
        Map<String, Boolean> times = new HashMap<>();
        for (InvoiceLine line : dossier.facts().invoiceLines()) {
            Period service = line.service();
            if (line.direction() == Direction.RECEIVED
                    && service != null
                    && times.computeIfAbsent(line.unit(), ApprovedQuantityCheck::isTime)
                    && !repeated.hold(line)) {
                rules.find(line, line.invoiceDate())
                        .ifPresent(allowed -> matters.computeIfAbsent(
                                        new Matter(allowed.agreed().name(), service), key -> new ArrayList<>())
                                .add(line));
            }
        }
        return matters;
    }

    private static boolean isTime(String unit) {
        return ItemWords.of(unit).share(TIMES);
    }

    private static List<Outcome> look(
            List<InvoiceLine> lines, PriceRules rules, ApprovedQuantities approvals, OverpaymentClaims claims) {
        InvoiceLine last = lines.get(lines.size() - 1);
        Optional<AllowedPrice> price = rules.find(last, last.invoiceDate());
        Optional<Chargeable> chargeable = price.flatMap(allowed -> approvals.find(last, allowed.agreed()));
        if (price.isEmpty() || chargeable.isEmpty()) {
            return price.map(allowed -> missing(last, allowed, approvals)).orElse(List.of());
        }
        BigDecimal charged = lines.stream().map(InvoiceLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal over = charged.subtract(chargeable.get().quantity());
        if (over.signum() <= 0) {
            return List.of();
        }
        String title = plain(charged) + " of " + price.get().agreed().name() + " were charged, "
                + plain(chargeable.get().quantity()) + " may be charged after approval";
        return claims
                .overpayment(
                        "rate", Part.QUANTITY, title, List.of(overcharge(lines, over, price.get(), chargeable.get())))
                .stream()
                .map(Outcome.class::cast)
                .toList();
    }

    private static List<Outcome> missing(InvoiceLine line, AllowedPrice price, ApprovedQuantities approvals) {
        String name = price.agreed().name();
        String input = approvals.isRecorded(line, price.agreed())
                ? "what was approved of " + name + " for " + line.service()
                : "approvals of what was worked";
        return approvals.clause(line).stream()
                .map(clause -> (Outcome) new NotCheckable(
                        "rate",
                        "Whether only approved days or hours were charged cannot be checked",
                        input,
                        List.of(clause)))
                .toList();
    }

    private static Overcharge overcharge(
            List<InvoiceLine> lines, BigDecimal over, AllowedPrice price, Chargeable chargeable) {
        InvoiceLine last = lines.get(lines.size() - 1);
        BigDecimal unit = price.price().getAmount().min(last.unitPrice());
        BigDecimal excess = over.multiply(unit).setScale(last.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
        Stream<String> charged = lines.stream().map(line -> line.kind().label() + ":" + line.id());
        Stream<String> approved =
                chargeable.approved().stream().map(row -> row.kind().label() + ":" + row.id());
        Stream<Finding> rounding = Stream.ofNullable(chargeable.rounding()).map(clause -> clause.finding());
        Set<Finding> rests = Stream.concat(
                        Stream.concat(price.rests().stream(), Stream.of(chargeable.clause())), rounding)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Overcharge(
                last,
                excess,
                List.copyOf(rests),
                Stream.concat(charged, approved).toList(),
                workings(lines, over, price, chargeable, excess),
                price.confidence());
    }

    private static List<Derivation> workings(
            List<InvoiceLine> lines, BigDecimal over, AllowedPrice price, Chargeable chargeable, BigDecimal excess) {
        InvoiceLine last = lines.get(lines.size() - 1);
        Workings workings = new Workings(last.currency());
        Derivation.Input rate = workings.price(price);
        Derivation.Input due = approved(workings, chargeable);
        if (chargeable.step() != null && chargeable.rounding() != null) {
            workings.step(
                    Operation.GREATEST,
                    plain(chargeable.quantity()),
                    due,
                    new Derivation.Input(
                            "rounded up to the next " + plain(chargeable.step()), plain(chargeable.quantity()), null));
            due = Workings.earlier("chargeable", plain(chargeable.quantity()));
        }
        workings.step(Operation.DIFFERENCE, plain(over), workings.sum("charged", lines), due);
        workings.step(Operation.PRODUCT, workings.money(excess), Workings.earlier("not approved", plain(over)), rate);
        return workings.steps();
    }

    /** What was approved, in the unit in which it is charged. */
    private static Derivation.Input approved(Workings workings, Chargeable chargeable) {
        Derivation.Input[] rows = chargeable.approved().stream()
                .map(row ->
                        Workings.cell("approved", row, "value", row.value() == null ? BigDecimal.ZERO : row.value()))
                .toArray(Derivation.Input[]::new);
        String all = plain(chargeable.onRecord());
        if (rows.length > 1) {
            workings.step(Operation.SUM, all, rows);
        }
        Derivation.Input due = rows.length > 1 ? Workings.earlier("approved", all) : rows[0];
        if (chargeable.hoursOfADay() == null) {
            return due;
        }
        String days = plain(chargeable.quantity());
        workings.step(
                Operation.QUOTIENT, days, due, Workings.earlier("hours of a day", plain(chargeable.hoursOfADay())));
        return Workings.earlier("approved", days);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
